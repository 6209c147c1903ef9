package org.stampwright.vendor.psd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.Money;

class OwnedPsdsTest {

    @TempDir
    static Path folder;
    private final Bench bench = new Bench(folder);

    @Test
    void a_device_that_covers_the_order_comes_before_one_that_has_to_be_funded() {
        PsdOwner poor = bench.owner(100, Bench.noTopUp());
        PsdOwner rich = bench.owner(10_000, Bench.noTopUp());
        rich.accept(bench.order(1));
        assertThat(OwnedPsds.select(List.of(poor, rich), Money.ofMills(825))).containsSame(rich);
    }

    @Test
    void among_those_that_cover_it_the_one_where_the_fewest_wait() {
        PsdOwner busy = bench.owner(10_000, Bench.noTopUp());
        PsdOwner idle = bench.owner(10_000, Bench.noTopUp());
        busy.accept(bench.order(1));
        assertThat(OwnedPsds.select(List.of(busy, idle), Money.ofMills(825))).containsSame(idle);
    }

    @Test
    void a_device_is_idle_only_once_its_newest_entry_has_a_receipt() {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        long newest = owner.head().number();
        assertThat(with(owner, newest - 1).isIdle()).isFalse();
        assertThat(with(owner, newest).isIdle()).isTrue();
        owner.accept(bench.order(1));
        assertThat(with(owner, newest).isIdle()).isFalse();
    }

    private OwnedPsd with(PsdOwner owner, long receipted) {
        return new OwnedPsd(Bench.PSD.value(), 1, bench.lease, owner, bench.releaser(owner, receipted));
    }

    @Test
    void with_no_device_at_work_nobody_is_selected() {
        assertThat(OwnedPsds.select(List.of(), Money.ofMills(1))).isEmpty();
    }
}
