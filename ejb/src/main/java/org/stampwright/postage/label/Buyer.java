package org.stampwright.postage.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;

/**
 * A buyer who wants to print on a sheet.
 *
 * @param accountId the account, or null for a guest
 * @param email the guest's or consumer's address, or null while it is unknown
 * @param operator whether the caller is an operator, who may see every sheet
 * @param remoteAddress network address of the request
 */
public record Buyer(Long accountId, String email, boolean operator, String remoteAddress) {

    public static Buyer of(Caller caller, String guestEmail, String remoteAddress) {
        Long account =
                caller.account().isPresent() ? Long.valueOf(caller.account().getAsLong()) : null;
        String email = caller instanceof Consumer consumer ? consumer.email() : guestEmail;
        return new Buyer(
                account,
                email == null ? null : email.toLowerCase(Locale.ROOT),
                caller instanceof Operator,
                remoteAddress);
    }

    boolean isGuest() {
        return accountId == null;
    }

    /** Returns the subjects that wrong serial numbers are counted by. */
    List<String> subjects() {
        List<String> subjects = new ArrayList<>(List.of("address:" + remoteAddress));
        if (accountId != null) {
            subjects.add("account:" + accountId);
        }
        return subjects;
    }
}
