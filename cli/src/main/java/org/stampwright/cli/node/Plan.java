package org.stampwright.cli.node;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.protocol.StrictJson;

/**
 * The processes of a home, stored in {@code plan.json}; only its supervisor writes it. An instance that started once
 * keeps its number, and so its name, ports, keys and PSDs; {@code up} on a home only ever adds instances.
 */
public record Plan(int portBase, boolean performance, boolean testControls, List<PlannedInstance> instances) {

    public static boolean isKept(Home home) {
        return Files.exists(home.plan());
    }

    /** @throws Refusal if this home was never started */
    public static Plan read(Home home) {
        JsonObject json = Home.read(home.plan())
                .orElseThrow(() -> new Refusal("the home " + home.folder()
                        + " was never started; start it with: stampwright up --home " + home.folder()));
        List<PlannedInstance> instances = json.getJsonArray("instances").getValuesAs(JsonObject.class).stream()
                .map(one -> new PlannedInstance(
                        one.getInt("number"), Role.valueOf(one.getString("role").toUpperCase(Locale.ROOT))))
                .toList();
        return new Plan(
                json.getInt("portBase"), json.getBoolean("performance"), json.getBoolean("testControls"), instances);
    }

    public void write(Home home) {
        JsonArrayBuilder array = StrictJson.PROVIDER.createArrayBuilder();
        instances.forEach(one -> array.add(StrictJson.PROVIDER
                .createObjectBuilder()
                .add("number", one.number())
                .add("role", one.role().text())));
        Home.writeWhole(
                home.plan(),
                StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("portBase", portBase)
                        .add("performance", performance)
                        .add("testControls", testControls)
                        .add("instances", array)
                        .build()
                        .toString());
    }

    public Ports ports() {
        return new Ports(portBase);
    }

    /** Returns this plan with at least {@code count} instances of a role; existing ones stay. */
    public Plan atLeast(Role role, int count) {
        List<PlannedInstance> more = new ArrayList<>(instances);
        for (int missing = count - count(role); missing > 0; missing--) {
            more.add(new PlannedInstance(firstFreeNumber(more), role));
        }
        if (more.size() > Ports.MOST_INSTANCES) {
            throw new Refusal(
                    "at most " + Ports.MOST_INSTANCES + " instances fit into a home's ports, not " + more.size());
        }
        return new Plan(portBase, performance, testControls, List.copyOf(more));
    }

    private static int firstFreeNumber(List<PlannedInstance> taken) {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> taken.stream().noneMatch(one -> one.number() == number))
                .findFirst()
                .orElseThrow();
    }

    /** Returns this plan without some instances; the others keep their numbers. */
    public Plan without(Collection<PlannedInstance> some) {
        return new Plan(
                portBase,
                performance,
                testControls,
                instances.stream().filter(one -> !some.contains(one)).toList());
    }

    public int count(Role role) {
        return (int) instances.stream().filter(one -> one.role() == role).count();
    }

    /** Returns the instance whose address is printed. */
    public PlannedInstance storefront() {
        return instances.stream()
                .filter(one -> one.role().servesWeb())
                .findFirst()
                .orElseThrow(() -> new Refusal("no instance would serve the web; ask for --servers or --web"));
    }
}
