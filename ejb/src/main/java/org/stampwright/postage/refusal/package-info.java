/** What a facade answers when it will not do what was asked, for a reason that the one who asked can understand. */
package org.stampwright.postage.refusal;
