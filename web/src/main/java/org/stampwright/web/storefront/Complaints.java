package org.stampwright.web.storefront;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import org.stampwright.postage.refusal.Refusal;

/** Shows a refusal on the page, at its field where there is one. */
public final class Complaints {

    private Complaints() {}

    /** At this field of the page, by its client id; with null, at the head of the page. */
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

    /** The field is shown as wrong, with what was typed still in it, to be compared and put right. */
    private static void mark(UIInput field, String typed) {
        field.setSubmittedValue(typed == null ? field.getValue() : typed);
        field.setValid(false);
    }

    public static void show(String clientId, Refusal refusal) {
        show(clientId, refusal.message());
    }
}
