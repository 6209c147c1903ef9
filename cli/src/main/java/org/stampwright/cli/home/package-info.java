/**
 * The home folder of one vendor: its files, secrets and ports. Two homes share nothing: each generates its own keys and
 * passwords. Only the owner can read the folder; secrets are files of mode 0600 and never appear in a process's
 * arguments.
 */
package org.stampwright.cli.home;
