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

    /** Eight digits, as printed. */
    public String serial(PsdView psd) {
        return String.format(Locale.ROOT, "%08d", psd.serial());
    }

    /** How many entries the authority has not given a receipt for yet. */
    public long open(PsdView psd) {
        return psd.entryNumber() - psd.receiptedEntry();
    }
}
