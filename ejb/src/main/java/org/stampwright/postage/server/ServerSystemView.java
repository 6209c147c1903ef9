package org.stampwright.postage.server;

import java.time.Instant;

/**
 * One line of the list of server systems.
 *
 * @param alive whether it sent a heartbeat in the last ten seconds, by the database's clock
 */
public record ServerSystemView(
        long id,
        String name,
        Role role,
        AdmissionState state,
        String address,
        Instant registeredAt,
        Instant admittedAt,
        Instant heartbeatAt,
        boolean alive) {}
