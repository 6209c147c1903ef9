/**
 * The server systems of this vendor. Each running instance registers its row as pending, with the certificate of its
 * node key, and sends a heartbeat every three seconds by the database's clock. The operator admits, drains and removes
 * it. A selection procedure decides which admitted, living server systems are asked for one franking, and in which
 * order. The turn is counted in the database, so it is exact whichever instance asks.
 */
package org.stampwright.postage.server;
