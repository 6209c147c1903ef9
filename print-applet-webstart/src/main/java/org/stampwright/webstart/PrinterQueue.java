package org.stampwright.webstart;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.stampwright.protocol.BoundedHttp;

/**
 * The queue of a printer, polled over IPP. The return of {@code PrinterJob.print} proves only that the queue accepted
 * the job; it also returns for a paused or broken printer. Jobs are identified by their name, which the helper makes
 * unique.
 */
final class PrinterQueue {
    private static final int STOPPED_JOB = 6;
    private static final int CANCELED = 7;
    private static final int ABORTED = 8;
    private static final int COMPLETED = 9;
    private static final int HELD = 4;
    private static final int STOPPED_PRINTER = 5;

    private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(5), 4 << 20);
    private final URI address;
    private final String printerUri;
    private final String user;

    /**
     * @param server host and port of the print server
     * @param printer the queue's name
     * @param user the owner of the jobs: a queue reveals the names of jobs to their owner only
     */
    PrinterQueue(String server, String printer, String user) {
        this.user = user;
        String path = "/printers/"
                + URLEncoder.encode(printer, StandardCharsets.UTF_8).replace("+", "%20");
        address = URI.create("http://" + server + path);
        printerUri = "ipp://" + server + path;
    }

    /** Returns host and port of the print server from this computer's environment, or CUPS's default. */
    static String server(Map<String, String> environment) {
        String named = environment.getOrDefault("CUPS_SERVER", "");
        if (named.isBlank() || named.startsWith("/")) {
            return "localhost:631";
        }
        return named.matches(".*:\\d+") ? named : named + ":631";
    }

    /** Returns the state of the job. */
    QueueState stateOf(String jobName) {
        try {
            return ask(new IppMessage(IppMessage.GET_JOBS, printerUri)
                            .with(IppMessage.NAME, "requesting-user-name", user)
                            .with(IppMessage.KEYWORD, "which-jobs", "all")
                            .with(
                                    IppMessage.KEYWORD,
                                    "requested-attributes",
                                    "job-id",
                                    "job-name",
                                    "job-state",
                                    "job-state-reasons",
                                    "job-printer-state-message"))
                    .stream()
                    .filter(job -> jobName.equals(job.get("job-name")))
                    .reduce((first, last) -> last)
                    .map(this::stateOf)
                    .orElseGet(() -> new QueueState.Untold("The printer's queue does not know the job."));
        } catch (IOException | IllegalArgumentException e) {
            return new QueueState.Untold("The printer's queue does not respond (" + e.getMessage() + ").");
        }
    }

    private QueueState stateOf(Map<String, Object> job) {
        String reasons = String.valueOf(job.getOrDefault("job-state-reasons", ""));
        String message = String.valueOf(job.getOrDefault("job-printer-state-message", ""));
        return switch (job.get("job-state") instanceof Integer state ? state : 0) {
            case COMPLETED ->
                reasons.contains("errors")
                        ? new QueueState.GivenUp("The printer reported an error: " + message + ".")
                        : new QueueState.Finished();
            case CANCELED -> new QueueState.GivenUp("The job was cancelled in the printer's queue.");
            case ABORTED -> new QueueState.GivenUp("The printer's queue aborted the job: " + message + ".");
            case STOPPED_JOB, HELD -> new QueueState.Waiting("The printer's queue holds the job.");
            default ->
                new QueueState.Waiting(
                        isStopped()
                                ? "The printer is paused. Start it again to print."
                                : "The printer is printing the job.");
        };
    }

    private boolean isStopped() {
        try {
            return ask(new IppMessage(IppMessage.GET_PRINTER_ATTRIBUTES, printerUri)
                            .with(IppMessage.KEYWORD, "requested-attributes", "printer-state"))
                    .stream()
                    .anyMatch(group -> Integer.valueOf(STOPPED_PRINTER).equals(group.get("printer-state")));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private List<Map<String, Object>> ask(IppMessage question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.encode()))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request);
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return IppMessage.read(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
