package org.stampwright.webstart;

import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;

/** Runs work off the window's thread and delivers its result on it. */
final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    private Background() {}

    /** @param onFault receives the message for the user when the work throws */
    static <T> void run(Callable<T> work, Consumer<T> onResult, Consumer<String> onFault) {
        new SwingWorker<T, Void>() {
            @Override
            protected T doInBackground() throws Exception {
                return work.call();
            }

            @Override
            protected void done() {
                try {
                    onResult.accept(get());
                } catch (ExecutionException e) {
                    LOG.log(Level.ERROR, "the helper's work failed", e.getCause());
                    onFault.accept(String.valueOf(e.getCause().getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }.execute();
    }
}
