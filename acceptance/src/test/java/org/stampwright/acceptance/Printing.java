package org.stampwright.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;

/** From a paid order to its signed indicia: tickets, redeeming, and the print helper without a window. */
record Printing(VendorSystem system, Api api) {

    static Printing as(VendorSystem system, Api api) {
        return new Printing(system, api);
    }

    String ticket(String order) {
        Answer answer = api.post("/api/v1/orders/" + order + "/tickets", null);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json().getString("ticket");
    }

    Answer redeem(String ticket, String serial, UUID run) {
        String body = Json.createObjectBuilder()
                .add("serial", serial)
                .add("run", run.toString())
                .build()
                .toString();
        return new Api(api.base(), "Ticket " + ticket).post("/print/redeem", body);
    }

    /** Returns the signed indicia of a released order. */
    List<SignedIndicium> indicia(JsonObject order) {
        Answer answer = redeem(ticket(order.getString("id")), order.getString("sheet"), UUID.randomUUID());
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json().getJsonArray("pieces").getValuesAs(JsonObject.class).stream()
                .map(piece -> SignedIndicium.decode(Base64.getDecoder().decode(piece.getString("indicium"))))
                .toList();
    }

    List<IndiciumContent> contents(JsonObject order) {
        return indicia(order).stream().map(SignedIndicium::content).toList();
    }

    /** Runs the home's signed helper without a window; returns the exit code and its output. */
    Cli.Run helper(String ticket, String serial, Path pdf) {
        try {
            Path secret = Files.createTempFile("ticket", ".txt");
            Files.writeString(secret, ticket);
            Path out = Files.createTempFile("helper", ".out");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.awt.headless=true",
                            "-jar",
                            system.home().resolve("helper/print-helper.jar").toString(),
                            "--url",
                            api.base().toString(),
                            "--ticket",
                            secret.toString(),
                            "--serial",
                            serial,
                            "--pdf",
                            pdf.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the helper did not end: " + Files.readString(out));
            }
            return new Cli.Run(process.exitValue(), Files.readString(out), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
