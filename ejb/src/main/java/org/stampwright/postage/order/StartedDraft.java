package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.postage.account.Secret;

/**
 * A new draft.
 *
 * @param guestToken the token that opens it again for a guest, shown only once; null for a caller with an account
 */
public record StartedDraft(UUID order, Secret guestToken) {}
