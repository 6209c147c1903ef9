package org.stampwright.postage.server;

/** The operator's list of server systems was changed in the current transaction. */
record ListChanged() {}
