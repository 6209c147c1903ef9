package org.stampwright.postage.order;

import java.util.UUID;
import org.stampwright.postage.account.Secret;

/**
 * A new draft.
 *
 * @param guestToken what opens it again for a guest, shown this once; null for one with an account
 */
public record StartedDraft(UUID order, Secret guestToken) {}
