package org.stampwright.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.stampwright.postage.ledger.PsdView;
import org.stampwright.postage.ledger.Psds;

/** The PSDs with their registers. */
@Named
@RequestScoped
public class PsdsPage {

    @Inject
    private Psds psds;

    private List<PsdView> list;

    @PostConstruct
    void read() {
        list = psds.list();
    }

    public List<PsdView> getList() {
        return list;
    }

    /** Returns eight digits, as printed. */
    public String serial(PsdView psd) {
        return String.format(Locale.ROOT, "%08d", psd.serial());
    }

    /** Returns the number of entries that have no receipt of the authority yet. */
    public long open(PsdView psd) {
        return psd.entryNumber() - psd.receiptedEntry();
    }
}
