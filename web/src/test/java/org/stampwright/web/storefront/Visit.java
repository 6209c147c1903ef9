package org.stampwright.web.storefront;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import java.util.HashMap;
import java.util.Map;

/** A browser's visit to a page, in memory: its parameters, and whether the response is "not found". */
final class Visit extends FacesContextWrapper implements AutoCloseable {

    final Map<String, String> parameters = new HashMap<>();
    int error;

    Visit() {
        super(null);
        setCurrentInstance(this);
    }

    @Override
    public ExternalContext getExternalContext() {
        return new ExternalContextWrapper(null) {
            @Override
            public Map<String, String> getRequestParameterMap() {
                return parameters;
            }

            @Override
            public void responseSendError(int status, String message) {
                error = status;
            }
        };
    }

    @Override
    public void responseComplete() {
        parameters.clear();
    }

    @Override
    public void close() {
        setCurrentInstance(null);
    }
}
