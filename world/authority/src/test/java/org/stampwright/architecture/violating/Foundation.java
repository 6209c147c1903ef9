package org.stampwright.architecture.violating;

import org.stampwright.architecture.violating.funds.Vault;

/** Uses a feature, though the features are built on it. */
class Foundation {

    Vault vault;
}
