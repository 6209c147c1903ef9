package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.postage.imports.ImportDocument;
import org.stampwright.postage.imports.ImportDocument.DrawnSheets;
import org.stampwright.postage.imports.ImportOutcome;
import org.stampwright.postage.imports.Imports;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.RefusalMessages;

/** The form on the label sheets' page that imports a series of new sheets. */
@Named
@RequestScoped
public class DrawForm {

    private final LabelStocks stocks = LabelStocks.known();

    @Inject
    private Imports importing;

    @Inject
    private CurrentCaller caller;

    private String series;
    private Integer count;
    private String stock;
    private List<String> drawn = List.of();

    /** Imports the chosen number of new sheets of a series, with serial numbers drawn at random. */
    public void draw() {
        var document =
                new ImportDocument(null, List.of(), new DrawnSheets(series, count, stock), List.of(), null, List.of());
        var answer = importing.importDocument(caller.operator(), document);
        if (answer instanceof Granted<ImportOutcome> granted) {
            drawn = granted.value().sheets();
        } else if (answer instanceof Refused<ImportOutcome> refused) {
            RefusalMessages.show("draw:count", refused.refusal());
        }
    }

    public Collection<LabelStock> getStocks() {
        return stocks.all();
    }

    public List<String> getDrawn() {
        return drawn;
    }

    public String getSeries() {
        return series;
    }

    public void setSeries(String series) {
        this.series = series;
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    public String getStock() {
        return stock;
    }

    public void setStock(String stock) {
        this.stock = stock;
    }
}
