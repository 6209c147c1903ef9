package org.stampwright.cli.world;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.stampwright.cli.home.Home;
import org.stampwright.protocol.StrictJson;

/** The authority's response at enrolment, stored in the home because every signed request carries the key ids. */
public record Enrolment(long vendor, String keyId, String auditorKeyId) {

    public static Optional<Enrolment> kept(Home home) {
        if (!Files.exists(home.enrolment()) || !Files.exists(home.root())) {
            return Optional.empty();
        }
        try (JsonReader reader =
                StrictJson.PROVIDER.createReader(new StringReader(Files.readString(home.enrolment())))) {
            return Optional.of(of(reader.readObject()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Enrols this home's vendor; repeating it returns the same licence. */
    public static Enrolment ask(Home home, Authority authority) throws InterruptedException {
        Home.writeWhole(home.root(), authority.root());
        JsonObject answer = authority.register(
                "Stampwright demonstration vendor",
                home.secrets().enrolmentPublicKey(),
                home.secrets().auditorPublicKey());
        Home.writeWhole(home.enrolment(), answer.toString());
        return of(answer);
    }

    private static Enrolment of(JsonObject answer) {
        return new Enrolment(
                answer.getJsonNumber("vendor").longValue(),
                answer.getString("keyId"),
                answer.getString("auditorKeyId"));
    }
}
