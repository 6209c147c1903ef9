package org.stampwright.web.storefront;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import org.stampwright.postage.refusal.Refusal;

/** Shows a refusal on the page, at its field if it has one. */
public final class RefusalMessages {

    private RefusalMessages() {}

    /** Shows a message at this field of the page, by its client id, or at the top of the page for null. */
    public static void show(String clientId, String message) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
        if (clientId != null) {
            faces.getViewRoot()
                    .invokeOnComponent(
                            faces,
                            clientId,
                            (context, field) -> mark(
                                    (UIInput) field,
                                    context.getExternalContext()
                                            .getRequestParameterMap()
                                            .get(clientId)));
        }
        faces.validationFailed();
    }

    /** Marks the field as invalid and keeps the typed text, so that the consumer can correct it. */
    private static void mark(UIInput field, String typed) {
        field.setSubmittedValue(typed == null ? field.getValue() : typed);
        field.setValid(false);
    }

    public static void show(String clientId, Refusal refusal) {
        show(clientId, refusal.message());
    }
}
