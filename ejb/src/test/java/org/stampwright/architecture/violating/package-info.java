/** Packages that break each rule of the architecture, so that each is seen to refuse. */
package org.stampwright.architecture.violating;
