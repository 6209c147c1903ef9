package org.stampwright.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.stampwright.postage.comparison.Confirmation;
import org.stampwright.postage.comparison.Difference;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.RefusalMessages;

/** Shows the differences between the authority's records and the database, and the operators' decisions about them. */
@Named
@RequestScoped
public class SellingPage {

    @Inject
    private Differences differences;

    @Inject
    private HeadComparison comparison;

    @Inject
    private CurrentCaller caller;

    private List<Difference> unconfirmed;
    private String reason;

    @PostConstruct
    void read() {
        unconfirmed = differences.unconfirmed();
    }

    /** Confirms the differences that the page showed, which its form names, and none that was found since. */
    public void confirm() {
        var answer = differences.confirm(caller.operator(), reason, shown());
        if (answer instanceof Refused<Integer> refused) {
            RefusalMessages.show(refused.refusal().field() == null ? null : "confirm:reason", refused.refusal());
            return;
        }
        comparison.looked();
        Messages.addFlashGlobalInfo("Confirmed. The PSDs below stay suspended; selling continues on others.");
        Faces.redirect("operator/selling");
    }

    private static Set<Long> shown() {
        var ids = Faces.getRequestParameter("shown");
        return ids == null || !ids.matches("[0-9]{1,18}(,[0-9]{1,18})*")
                ? Set.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }

    public String getShown() {
        return unconfirmed.stream()
                .map(difference -> Long.toString(difference.id()))
                .collect(Collectors.joining(","));
    }

    /** Returns eight digits, as printed. */
    public String serial(Difference difference) {
        return String.format(Locale.ROOT, "%08d", difference.psd());
    }

    /** Returns the time of the last comparison of all PSDs, in words. */
    public String getCompared() {
        return differences
                .comparedAt()
                .map(at -> new InWords().moment(at) + " UTC")
                .orElse("never");
    }

    public List<Difference> getUnconfirmed() {
        return unconfirmed;
    }

    public List<Confirmation> getConfirmations() {
        return differences.confirmations();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
