package org.stampwright.web.body;

import java.io.IOException;

/** The body of a request did not arrive in time, or other requests needed the thread that waited for it. */
final class SlowBody extends IOException {

    private static final long serialVersionUID = 1L;

    SlowBody() {
        super("the body of the request arrived too slowly");
    }
}
