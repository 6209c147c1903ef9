package org.stampwright.web.printing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/**
 * Serves the print helper's signed jar, the one large file that is public. A few are sent at once, in chunks, and none
 * for longer than a slow connection needs. A caller who requests the jar and does not read it holds one of those few
 * places until the listener's write time-out, and neither memory nor other request threads.
 */
@WebServlet(name = "helperJar", urlPatterns = "/print/print-helper.jar")
public class HelperJar extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 32;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int CHUNK = 16 * 1024;

    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Inject
    @ConfigProperty(name = "stampwright.helper-jar")
    private transient String helperJar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path jar = Path.of(helperJar);
        if (!Files.isReadable(jar)) {
            ProblemAnswer.write(
                    response,
                    Problem.of(ProblemKind.NOT_FOUND, "There is no print helper on this system; use the PDF."));
        } else if (!places.tryAcquire()) {
            ProblemAnswer.write(
                    response,
                    Problem.of(
                            ProblemKind.OVERLOADED,
                            "Too many downloads of the print helper are in progress; try again shortly."));
        } else {
            try {
                send(jar, response);
            } finally {
                places.release();
            }
        }
    }

    private static void send(Path jar, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        try (InputStream from = Files.newInputStream(jar)) {
            response.setContentType("application/java-archive");
            response.setContentLengthLong(Files.size(jar));
            OutputStream to = response.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                to.write(chunk, 0, read);
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw new IOException("the print helper was read too slowly");
                }
            }
        }
    }
}
