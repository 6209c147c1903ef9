package org.stampwright.indicium;

import java.util.Objects;

/**
 * The two registers of a postal security device. The descending register holds the funds that may still be spent, the
 * ascending one all that were ever spent. Their sum, the <em>control total</em>, changes only when funds are added or
 * withdrawn.
 *
 * @param ascending 40 bits of mills
 * @param descending 32 bits of mills: at most 4,294,967.295 currency units
 */
public record Registers(Money ascending, Money descending) {

    /** Both registers zero, as in a new device or a specimen. */
    public static final Registers ZERO = new Registers(Money.ZERO, Money.ZERO);

    /** The maximum of a descending register. */
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

    /** Returns whether the descending register covers the value. */
    public boolean covers(Money value) {
        return descending.compareTo(value) >= 0;
    }

    /**
     * Returns the registers after a debit: the descending one lower and the ascending one higher by the franked value.
     *
     * @throws IllegalArgumentException if the descending register does not cover it, or the ascending one would exceed
     * {@link Money#MAXIMUM}
     */
    public Registers debit(Money value) {
        if (!covers(value)) {
            throw new IllegalArgumentException("the descending register holds " + descending + ", short of " + value);
        }
        return new Registers(ascending.plus(value), descending.minus(value));
    }

    /**
     * Returns the registers after funds were added: the descending one higher.
     *
     * @throws IllegalArgumentException if it would exceed {@link #MAXIMUM_DESCENDING}
     */
    public Registers credit(Money amount) {
        return new Registers(ascending, descending.plus(amount));
    }

    /**
     * Returns the registers after a withdrawal: the descending one lower, the ascending one unchanged.
     *
     * @throws IllegalArgumentException if the descending register does not cover the amount
     */
    public Registers withdraw(Money amount) {
        return new Registers(ascending, descending.minus(amount));
    }

    /**
     * Returns ascending plus descending: all funds added less those withdrawn.
     *
     * @throws IllegalArgumentException if that is more than {@link Money#MAXIMUM}
     */
    public Money controlTotal() {
        return ascending.plus(descending);
    }
}
