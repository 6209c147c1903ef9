package org.stampwright.webstart;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.print.PrintService;
import javax.swing.Timer;

/**
 * The steps of the window: ask for the sheet, show what will be printed, print, wait for the queue's result, report.
 * Slow work runs in the background; every method here runs on the window's thread.
 */
final class PrintFlow {
    private static final int ASK_QUEUE_EVERY_MS = 700;

    private final HelperWindow window;
    private final PrintRun run;
    private final Printers printers;
    private final Runnable exit;
    private PrintRun.Asked.Ready ready;
    private Timer watch;
    private Supplier<QueueState> queue;
    private boolean handedToPrinter;
    private boolean reported;

    PrintFlow(HelperWindow window, PrintRun run, Printers printers, Runnable exit) {
        this.window = window;
        this.run = run;
        this.printers = printers;
        this.exit = exit;
    }

    void start() {
        window.open(this::check, this::print, this::told, this::close);
        Background.run(printers::all, found -> window.printers(found, printers.usual(found)), fault -> window.status()
                .bad("The list of printers cannot be read: " + fault));
    }

    private void check(String typed) {
        Optional<String> objection = TypedSerial.objection(typed);
        if (objection.isPresent()) {
            window.status().bad(objection.get());
            window.mayType(true);
            return;
        }
        window.mayType(false);
        window.title("Checking the sheet");
        window.status().calm("Asking for your stamps…");
        Background.run(() -> run.ask(typed), this::answered, this::faultWhileAsking);
    }

    private void faultWhileAsking(String fault) {
        mayTryAgain("The stamps could not be fetched: " + fault);
    }

    private void answered(PrintRun.Asked answer) {
        if (answer instanceof PrintRun.Asked.Ready stamps) {
            show(stamps);
        } else if (answer instanceof PrintRun.Asked.TurnedAway away
                && !away.problem().mayTryAgain()) {
            end("Not printed", away.problem().inWords());
        } else if (answer instanceof PrintRun.Asked.TurnedAway away) {
            mayTryAgain(away.problem().inWords());
            window.title(
                    away.problem().kind().equals("wrong-serial") ? "Another sheet is needed" : "Print your stamps");
        } else if (answer instanceof PrintRun.Asked.Rejected rejected) {
            reported = true;
            end(
                    "Not printed",
                    "These stamps must not be printed. " + rejected.reason()
                            + " The vendor has been told; nothing went to the printer.");
        } else if (answer instanceof PrintRun.Asked.Unreachable unreachable) {
            mayTryAgain(unreachable.reason());
        }
    }

    private void mayTryAgain(String why) {
        window.title("Print your stamps");
        window.status().bad(why);
        window.mayType(true);
    }

    private void end(String title, String why) {
        window.title(title);
        window.status().bad(why);
    }

    private void show(PrintRun.Asked.Ready stamps) {
        ready = stamps;
        window.sheet(stamps.job().serial());
        window.picture().show(stamps.job());
        window.printText("Print " + count());
        window.title("Ready to print " + count());
        if (window.printer().isEmpty()) {
            window.status()
                    .bad("No printer was found. Connect one and start again, or choose PDF on your order's page.");
            return;
        }
        window.status().good("The right sheet. The marked labels will be printed.");
        window.readyToPrint(true);
    }

    private String count() {
        int stamps = ready.stamps().size();
        return stamps == 1 ? "1 stamp" : stamps + " stamps";
    }

    private void print() {
        PrintService printer = window.printer().orElseThrow();
        window.readyToPrint(false);
        window.title("Printing");
        window.status().calm("Sending " + count() + " to the printer…");
        handedToPrinter = true;
        Background.run(() -> printers.print(ready.job(), printer, run.jobName()), this::watch, this::printerFault);
    }

    /** Handles a job that did not reach the queue: the same stamps may be sent again, to another printer too. */
    private void printerFault(String fault) {
        handedToPrinter = false;
        window.title("Ready to print " + count());
        window.status().bad("The printer did not take the stamps: " + fault);
        window.readyToPrint(true);
    }

    private void watch(Supplier<QueueState> printersQueue) {
        queue = printersQueue;
        QueueQuestions questions = new QueueQuestions();
        watch = new Timer(
                ASK_QUEUE_EVERY_MS,
                tick -> Background.run(
                        queue::get,
                        state -> heard(state, questions),
                        fault -> heard(new QueueState.Untold(fault), questions)));
        watch.setInitialDelay(100);
        watch.start();
    }

    private void heard(QueueState state, QueueQuestions questions) {
        if (reported) {
            return;
        }
        Optional<PrintOutcome> outcome = outcome(state);
        if (outcome.isPresent()) {
            finish(outcome.get());
            return;
        }
        questions.heard(state);
        if (questions.isSilent()) {
            window.title("Did they come out?");
            window.status().calm("This printer does not report whether it printed the stamps. Are they on the sheet?");
        } else if (state instanceof QueueState.Waiting waiting) {
            window.title("Printing");
            window.status().calm(waiting.reason());
        }
        window.askPerson(questions.mayAskPerson());
    }

    /** Returns the outcome that a queue's state proves; empty if the stamps may still be printed. */
    private static Optional<PrintOutcome> outcome(QueueState state) {
        if (state instanceof QueueState.Finished) {
            return Optional.of(new PrintOutcome(true, "The printer's queue says that the job is complete."));
        }
        return state instanceof QueueState.GivenUp givenUp
                ? Optional.of(new PrintOutcome(false, givenUp.reason()))
                : Optional.empty();
    }

    private void told(boolean onTheSheet) {
        finish(new PrintOutcome(onTheSheet, "Reported by the person at the printer."));
    }

    private void finish(PrintOutcome outcome) {
        reported = true;
        watch.stop();
        window.askPerson(false);
        Background.run(
                () -> {
                    run.report(outcome);
                    return outcome;
                },
                this::done,
                fault -> window.status()
                        .bad((outcome.printed() ? "Your stamps are printed, but " : "")
                                + "the vendor could not be told: " + fault));
    }

    private void done(PrintOutcome outcome) {
        window.title(outcome.printed() ? "Printed " + count() : "Not printed");
        if (outcome.printed()) {
            window.picture().printed();
            window.status().good("Done: " + count() + " printed. You can close this window.");
        } else {
            window.status()
                    .bad("The stamps were not printed. " + outcome.detail()
                            + " Open your order's page and choose Print again; you will not be charged twice.");
        }
    }

    /**
     * Closes the window. If the printer has the stamps, their fate is open: the queue is polled a last time. If it does
     * not know yet, no outcome is reported, because the stamps may still be printed.
     */
    private void close() {
        if (!handedToPrinter || reported || queue == null) {
            exit.run();
            return;
        }
        reported = true;
        watch.stop();
        Background.run(
                () -> {
                    outcome(queue.get()).ifPresent(run::report);
                    return List.of();
                },
                told -> exit.run(),
                fault -> exit.run());
    }
}
