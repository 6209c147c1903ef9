/**
 * The home folder: where everything of one vendor lies, what its secrets are and which port belongs to whom. Two homes
 * share nothing: each draws its own keys and passwords. The folder is readable by its owner alone; secrets are files of
 * mode 0600 and never stand in a process's arguments.
 */
package org.stampwright.cli.home;
