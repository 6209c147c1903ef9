package org.stampwright.architecture.violating.funds;

import java.security.PrivateKey;
import java.sql.Connection;
import java.time.Instant;
import org.stampwright.architecture.violating.faults.Fault;
import org.stampwright.architecture.violating.keys.Cashier;

/** Holds a key and a connection, asks the system for the time, and injects a fault. */
public class Vault {

    Cashier cashier;
    PrivateKey key;
    Connection connection;
    Fault fault;
    Instant opened = Instant.now();
}
