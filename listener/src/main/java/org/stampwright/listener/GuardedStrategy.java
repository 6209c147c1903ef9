package org.stampwright.listener;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * The server's usual strategy (each event on a request thread), which adds the two filters of this package to the
 * filter chain of a transport before its first connection is accepted.
 */
public final class GuardedStrategy implements IOStrategy {

    private static final GuardedStrategy INSTANCE = new GuardedStrategy();

    private final IOStrategy usual = WorkerThreadIOStrategy.getInstance();

    private GuardedStrategy() {}

    /** Called by the server, which knows the name of this class only. */
    public static GuardedStrategy getInstance() {
        return INSTANCE;
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
        return executeIoEvent(connection, event, true);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean isIoEventEnabled) throws IOException {
        if (event == IOEvent.SERVER_ACCEPT) {
            guard(connection.getTransport());
        }
        return usual.executeIoEvent(connection, event, isIoEventEnabled);
    }

    private static void guard(Transport transport) {
        Processor<?> processor = transport.getProcessor();
        if (processor instanceof FilterChain chain) {
            guard(chain);
        }
    }

    /** Adds the filters around the one that parses HTTP, unless they are there. */
    static synchronized void guard(FilterChain chain) {
        int codec = chain.indexOfType(HttpServerFilter.class);
        if (codec >= 0 && chain.indexOfType(RequestFilter.class) < 0) {
            chain.add(codec + 1, new RequestFilter());
            chain.add(codec, new ErrorBodyFilter());
        }
    }

    @Override
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return usual.getThreadPoolFor(connection, event);
    }

    @Override
    public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        return usual.createDefaultWorkerPoolConfig(transport);
    }
}
