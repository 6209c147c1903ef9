/**
 * Payara Micro instances: what each is started with, and the folder it runs in. Every instance has a copy of one
 * template folder and starts in it with the same relative paths; what an earlier run deployed there is deleted first,
 * because Micro would deploy it a second time.
 */
package org.stampwright.cli.node;
