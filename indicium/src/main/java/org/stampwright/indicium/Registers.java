package org.stampwright.indicium;

import java.util.Objects;

/**
 * The two registers of a postal security device. The descending one holds what may still be spent, the ascending one
 * all that was ever spent; their sum, the <em>control total</em>, changes only when funds come in or are withdrawn.
 *
 * @param ascending 40 bits of mills
 * @param descending 32 bits of mills: at most 4,294,967.295 currency units
 */
public record Registers(Money ascending, Money descending) {

    /** Both registers as a new device, or a specimen, has them. */
    public static final Registers ZERO = new Registers(Money.ZERO, Money.ZERO);

    /** The most that a descending register holds. */
    public static final Money MAXIMUM_DESCENDING = Money.ofMills(Bounds.U32);

    /** @throws IllegalArgumentException if the descending register is above 32 bits of mills */
    public Registers {
        Objects.requireNonNull(ascending, "ascending register");
        Bounds.within(
                "descending register in mills",
                Objects.requireNonNull(descending, "descending register").mills(),
                0,
                Bounds.U32);
    }

    /** Whether the descending register holds this much. */
    public boolean covers(Money value) {
        return descending.compareTo(value) >= 0;
    }

    /**
     * The descending register down and the ascending one up by the value of what is franked.
     *
     * @throws IllegalArgumentException if the descending register does not hold it, or the ascending one would be above
     *     {@link Money#MAXIMUM}
     */
    public Registers debit(Money value) {
        if (!covers(value)) {
            throw new IllegalArgumentException("the descending register holds " + descending + ", short of " + value);
        }
        return new Registers(ascending.plus(value), descending.minus(value));
    }

    /**
     * Funds that came in: the descending register up.
     *
     * @throws IllegalArgumentException if it would hold more than {@link #MAXIMUM_DESCENDING}
     */
    public Registers credit(Money amount) {
        return new Registers(ascending, descending.plus(amount));
    }

    /**
     * Funds that went back to where they came from: the descending register down, nothing spent.
     *
     * @throws IllegalArgumentException if the descending register does not hold them
     */
    public Registers withdraw(Money amount) {
        return new Registers(ascending, descending.minus(amount));
    }

    /**
     * Ascending plus descending: what was ever put in less what was withdrawn.
     *
     * @throws IllegalArgumentException if that is more than {@link Money#MAXIMUM}
     */
    public Money controlTotal() {
        return ascending.plus(descending);
    }
}
