/** What the same machine does without the vendor in the same minutes. */
package org.stampwright.bench.yardstick;
