/**
 * The commands of {@code bin/stampwright}: one thin class each. A command refuses with one clear line and exit status 1
 * ({@link org.stampwright.cli.Refusal}). An unexpected error is reported in one line too, which names the file with its
 * stack trace. No code here calls into the vendor's application: it starts processes, uses public interfaces, and
 * writes to the database only through migrations and, for the first operator, as the owner role.
 */
package org.stampwright.cli;
