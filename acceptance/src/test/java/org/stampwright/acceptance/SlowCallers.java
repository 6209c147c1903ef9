package org.stampwright.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Callers on 127.0.0.1 who send or read as slowly as a server tolerates: one byte every two seconds. */
final class SlowCallers implements AutoCloseable {

    private static final long BETWEEN_BYTES = 2_000;

    private final int port;
    private final List<Socket> sending = new CopyOnWriteArrayList<>();
    private final List<Socket> idle = new CopyOnWriteArrayList<>();
    private final Thread sender;

    /** @param port the port that they call */
    SlowCallers(int port) {
        this.port = port;
        sender = new Thread(this::sendOn, "slow callers");
        sender.setDaemon(true);
        sender.start();
    }

    /** Starts callers whose heads never end. */
    SlowCallers heads(int count) {
        return sending(count, "GET / HTTP/1.1\r\nHost: stamps\r\nX-Slow: ");
    }

    /** Starts callers who send endless JSON bodies. */
    SlowCallers bodies(int count, String path) {
        return sending(count, head(path, "application/json") + "{");
    }

    /** Starts callers who send endless forms. */
    SlowCallers forms(int count, String path) {
        return sending(count, head(path, "application/x-www-form-urlencoded") + "a=");
    }

    /** Starts callers who request this path and never read the response. */
    SlowCallers readers(int count, String path) {
        for (int i = 0; i < count; i++) {
            idle.add(begin("GET " + path + " HTTP/1.1\r\nHost: stamps\r\n\r\n"));
        }
        return this;
    }

    private SlowCallers sending(int count, String beginning) {
        for (int i = 0; i < count; i++) {
            sending.add(begin(beginning));
        }
        return this;
    }

    private static String head(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: stamps\r\nContent-Type: " + type
                + "\r\nContent-Length: 5000\r\n\r\n";
    }

    private Socket begin(String beginning) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void sendOn() {
        while (!Thread.currentThread().isInterrupted()) {
            sending.removeIf(SlowCallers::isRefusedOneMoreByte);
            try {
                Thread.sleep(BETWEEN_BYTES);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private static boolean isRefusedOneMoreByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException closedByTheServer) {
            return true;
        }
    }

    /** Returns the response to the most recent caller, if it arrives within this time. */
    String answerToLast(Duration limit) throws IOException {
        Socket last = sending.get(sending.size() - 1);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + limit.toNanos();
        last.setSoTimeout(500);
        while (System.nanoTime() < deadline) {
            try {
                int one = last.getInputStream().read();
                if (one < 0) {
                    break;
                }
                answer.write(one);
            } catch (SocketTimeoutException nothingYet) {
                if (answer.size() > 0) {
                    break;
                }
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sender.interrupt();
        for (List<Socket> some : List.of(sending, idle)) {
            for (Socket socket : some) {
                try {
                    socket.close();
                } catch (IOException alreadyGone) {
                    System.getLogger(SlowCallers.class.getName()).log(System.Logger.Level.DEBUG, alreadyGone);
                }
            }
        }
    }
}
