package org.stampwright.web.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.stampwright.indicium.Money;
import org.stampwright.web.storefront.Dollars;

/** Formats amounts, times and labels for the console. */
@Named
@ApplicationScoped
public class InWords {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    public String dollars(Money amount) {
        return Dollars.text(amount);
    }

    /** Returns the time to the second, in UTC. */
    public String moment(Instant moment) {
        return SECOND.format(moment);
    }

    /** Returns the labels' numbers; a single label has none and is described in words. */
    public String labels(List<Integer> positions) {
        if (positions.equals(List.of(0))) {
            return "the single label";
        }
        return positions.isEmpty()
                ? "none"
                : positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
