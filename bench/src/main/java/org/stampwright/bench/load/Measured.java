package org.stampwright.bench.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The result of a run.
 *
 * @param nanos        the duration of each act that succeeded, ascending
 * @param failed       the number of the others
 * @param elapsedNanos from the first act's begin to the last one's end
 */
public record Measured(long[] nanos, int failed, long elapsedNanos) {

    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    static Measured of(Collection<Long> nanos, int failed, long elapsedNanos) {
        return new Measured(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), failed, elapsedNanos);
    }

    /** Returns the run of median speed. */
    public static <T> T median(List<T> runs, Comparator<T> bySpeed) {
        List<T> sorted = runs.stream().sorted(bySpeed).toList();
        return sorted.get(sorted.size() / 2);
    }

    public int count() {
        return nanos.length;
    }

    public double seconds() {
        return elapsedNanos / NANOS_A_SECOND;
    }

    public double perSecond() {
        return count() / seconds();
    }

    /** Returns a percentile in milliseconds; not a number if nothing succeeded. */
    public double percentile(int percent) {
        return nanos.length == 0
                ? Double.NaN
                : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / NANOS_A_MILLI;
    }
}
