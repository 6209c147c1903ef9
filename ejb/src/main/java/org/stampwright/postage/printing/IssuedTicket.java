package org.stampwright.postage.printing;

import java.time.Instant;
import org.stampwright.postage.account.Secret;

/** A new ticket; its text is shown only once and never appears in a URL or a log. */
public record IssuedTicket(Secret ticket, Instant expiresAt) {}
