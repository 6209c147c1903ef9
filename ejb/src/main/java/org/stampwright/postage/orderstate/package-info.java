/** Where an order is on its way, and on whom it waits there. The groups of states are said here and nowhere else. */
package org.stampwright.postage.orderstate;
