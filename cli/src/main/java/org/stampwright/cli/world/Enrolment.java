package org.stampwright.cli.world;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.Optional;
import org.stampwright.cli.home.Home;

/** The authority's response at enrolment, stored in the home because every signed request carries the key ids. */
public record Enrolment(long vendor, String keyId, String auditorKeyId) {

    public static Optional<Enrolment> kept(Home home) {
        return Files.exists(home.root()) ? Home.read(home.enrolment()).map(Enrolment::of) : Optional.empty();
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
