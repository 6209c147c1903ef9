/** The measured system as its operators and callers see it: commands, public API, the outside world's test controls. */
package org.stampwright.bench.system;
