/**
 * The server systems of this vendor. Each running instance registers its row as pending, with the certificate of
 * its node key, and shows a sign of life every three seconds by the database's clock; the operator admits, drains
 * and removes it. A selection procedure says which admitted, living server systems are to be asked for one
 * franking, and in which order; the turn is counted in the database, so it is exact whichever instance asks.
 */
package org.stampwright.postage.server;
