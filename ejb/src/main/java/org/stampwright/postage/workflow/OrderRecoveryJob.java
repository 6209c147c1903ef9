package org.stampwright.postage.workflow;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import org.stampwright.postage.batch.WorkerThreads;
import org.stampwright.postage.server.ThisInstance;

/**
 * The recovery job. It advances unfinished orders that no instance advances: orders whose request, webhook or instance
 * died, and orders whose rest is over. Every second each instance takes such orders for itself and continues until none
 * is left, so that a backlog of any size drains at full speed on all instances. Orders that wait to be paid and orders
 * that are paid have threads of their own, so that neither delays the other. A run throws no exception, since the
 * server would end the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OrderRecoveryJob {

    @Inject
    private WorkerThreads executor;

    @Inject
    private OrderLeases leases;

    @Inject
    private OrderProgress progress;

    @Inject
    private ThisInstance instance;

    private List<RecoveryLane> lanes = List.of();

    @PostConstruct
    void open() {
        lanes = List.of(lane(true), lane(false));
    }

    private RecoveryLane lane(boolean unpaid) {
        return new RecoveryLane(most -> leases.takeRested(unpaid, most, instance.id()), progress::advance, executor);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void run() {
        if (instance.isRegistered()) {
            lanes.forEach(RecoveryLane::start);
        }
    }
}
