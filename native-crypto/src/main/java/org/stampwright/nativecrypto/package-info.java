/**
 * The native cryptographic provider, in every process that signs or checks. It is installed once per JVM, in front of
 * the JDK's own providers, after known-answer tests; where it does not load or fails a test, the JDK's own providers
 * stay in use. Signatures and verdicts are the same with either.
 */
package org.stampwright.nativecrypto;
