package org.stampwright.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;

class SeedStockTest {

    @Test
    void the_stock_for_large_orders_loads_and_has_a_label_for_each_stamp(@TempDir Path home) throws IOException {
        SeedStock.addTo(home);

        assertThat(LabelStocks.with(home.resolve("stock")).find(SeedStock.CODE).map(LabelStock::labels))
                .contains(SeedStock.LABELS);
    }
}
