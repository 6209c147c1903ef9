package org.stampwright.postage.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of this instance for calls that a request or a PSD's owner does not wait for, at most {@value #MOST}. The
 * pool is this class's own: the container's executor searches all jars for context providers at each task.
 */
@ApplicationScoped
public class WorkerThreads implements Executor {

    private static final int MOST = 400;

    @Resource
    ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;

    @PostConstruct
    void open() {
        pool = new ThreadPoolExecutor(0, MOST, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
    }

    /**
     * Runs the task on another thread.
     *
     * @throws RejectedExecutionException if all threads are busy, or this instance is stopping
     */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
