package org.stampwright.postage.imports;

import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** An invalid field, found while a document is read or imported. Becomes a refusal before it leaves the package. */
final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    Misfit(String field, String message) {
        super(message);
        this.field = field;
    }

    Refusal refusal() {
        return Refusal.at(field, ProblemKind.IMPORT_REFUSED, getMessage());
    }
}
