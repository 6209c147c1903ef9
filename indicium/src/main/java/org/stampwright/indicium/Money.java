package org.stampwright.indicium;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A non-negative amount in mills: thousandths of the currency unit, as postage is rated. The currency is stored beside
 * it, never in it. The maximum is that of the 40-bit ascending register, 1,099,511,627.775 units.
 *
 * <p>Every operation is exact; one that would need rounding, or leave the range, throws
 * {@link IllegalArgumentException}.
 *
 * @param mills 0 to 2<sup>40</sup> − 1
 */
public record Money(long mills) implements Comparable<Money> {

    /** Zero. */
    public static final Money ZERO = new Money(0);

    /** The largest amount, the maximum of a 40-bit register. */
    public static final Money MAXIMUM = new Money(Bounds.U40);

    private static final int MILLS_PER_UNIT = 1000;
    private static final int MILLS_PER_MINOR_UNIT = 10;
    private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,10})(?:\\.([0-9]{1,3}))?");

    /** @throws IllegalArgumentException if it is negative or above 40 bits of mills */
    public Money {
        Bounds.within("money in mills", mills, 0, Bounds.U40);
    }

    /** Returns an amount of thousandths of the currency unit. */
    public static Money ofMills(long mills) {
        return mills == 0 ? ZERO : new Money(mills);
    }

    /** Returns an amount of hundredths of the currency unit, the unit of card charges. */
    public static Money ofMinorUnits(long minorUnits) {
        return ofMills(Bounds.within("money in minor units", minorUnits, 0, Bounds.U40) * MILLS_PER_MINOR_UNIT);
    }

    /**
     * Parses a decimal number of currency units with a point and at most three places: {@code "0.82"}, {@code "0.825"},
     * {@code "12"}.
     *
     * @throws IllegalArgumentException for any other text, including one with more decimals, because amounts are never
     * rounded
     */
    public static Money parse(String decimal) {
        Matcher parts = DECIMAL.matcher(decimal.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "An amount is a decimal number with at most three places, like 0.82, not \"" + decimal + "\"");
        }
        String fraction = parts.group(2) == null ? "" : parts.group(2);
        return ofMills(Long.parseLong(parts.group(1) + (fraction + "000").substring(0, 3)));
    }

    /** @throws IllegalArgumentException if the sum is more than {@link #MAXIMUM} */
    public Money plus(Money other) {
        return ofMills(mills + other.mills);
    }

    /** @throws IllegalArgumentException if the other is more than this, because money is never negative */
    public Money minus(Money other) {
        if (other.mills > mills) {
            throw new IllegalArgumentException(this + " minus " + other + " would be below zero");
        }
        return ofMills(mills - other.mills);
    }

    /** @param count 0 or more */
    public Money times(int count) {
        return times((long) count);
    }

    /** @param count 0 or more */
    public Money times(long count) {
        Bounds.within("count", count, 0, Bounds.U40);
        if (mills != 0 && count > Bounds.U40 / mills) {
            throw new IllegalArgumentException(this + " times " + count + " is more than " + MAXIMUM);
        }
        return ofMills(mills * count);
    }

    /** Returns this amount, or the next whole minor unit (hundredth) above it. */
    public Money roundedUpToMinorUnit() {
        return ofMills((mills + MILLS_PER_MINOR_UNIT - 1) / MILLS_PER_MINOR_UNIT * MILLS_PER_MINOR_UNIT);
    }

    /**
     * Returns the number of minor units (hundredths).
     *
     * @throws IllegalArgumentException if it is not a whole number; round explicitly first
     */
    public long minorUnits() {
        if (mills % MILLS_PER_MINOR_UNIT != 0) {
            throw new IllegalArgumentException(this + " is not a whole number of minor units");
        }
        return mills / MILLS_PER_MINOR_UNIT;
    }

    /** Returns whether the amount is zero. */
    public boolean isZero() {
        return mills == 0;
    }

    /** Returns whether this is the larger of the two. */
    public boolean isMoreThan(Money other) {
        return mills > other.mills;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(mills, other.mills);
    }

    /** Returns units, a point, and two places, or three if there is a tenth of a cent: {@code 0.82}, {@code 0.825}. */
    @Override
    public String toString() {
        String fraction = String.format(Locale.ROOT, "%03d", mills % MILLS_PER_UNIT);
        return mills / MILLS_PER_UNIT + "." + (fraction.endsWith("0") ? fraction.substring(0, 2) : fraction);
    }
}
