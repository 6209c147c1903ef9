/**
 * What {@code bin/stampwright} runs: one class a command, each thin. A command refuses with one clear line and exit
 * status 1 ({@link org.stampwright.cli.Refusal}); a fault of this program itself is one line too, which names the file
 * with its stack trace. Nothing here reaches into the vendor's application: it starts processes, asks public interfaces,
 * and writes the database only through migrations and, for the first operator, as the owner role.
 */
package org.stampwright.cli;
