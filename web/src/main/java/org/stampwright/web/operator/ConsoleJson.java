package org.stampwright.web.operator;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.stampwright.audit.Finding;
import org.stampwright.postage.auditing.LatestFindings;
import org.stampwright.postage.auditing.OverviewNow;
import org.stampwright.postage.comparison.Confirmation;
import org.stampwright.postage.comparison.Difference;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.ledger.PsdView;
import org.stampwright.postage.order.OrderSummary;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.ServerSystemView;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonList;

/** Writes the operator's views as JSON; money in mills, unknown values left out. */
final class ConsoleJson {

    private ConsoleJson() {}

    /** The account at the authority is null while the authority does not respond. */
    static JsonObjectBuilder overview(OverviewNow now) {
        var account = now.accountAtAuthority();
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add(
                        "accountAtAuthority",
                        account == null ? JsonValue.NULL : StrictJson.PROVIDER.createValue(account.mills()))
                .add("fundsInPsds", now.fundsInPsds().mills())
                .add("psds", now.psds())
                .add("heldOnCards", now.heldOnCards().mills())
                .add("capturedToday", now.capturedToday().mills())
                .add("unfinishedOrders", now.unfinishedOrders())
                .add("audit", findings(now.findings()));
    }

    static JsonObjectBuilder serverSystem(ServerSystemView system) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", system.id())
                .add("name", system.name())
                .add("role", word(system.role()))
                .add("state", system.state().word())
                .add("address", system.address())
                .add("alive", system.alive());
        optional(json, "registeredAt", system.registeredAt());
        optional(json, "admittedAt", system.admittedAt());
        optional(json, "heartbeatAt", system.heartbeatAt());
        return json;
    }

    static JsonObjectBuilder psd(PsdView psd) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("serial", String.format(Locale.ROOT, "%08d", psd.serial()))
                .add("state", psd.state())
                .add("owner", psd.owner())
                .add("epoch", psd.epoch())
                .add("leaseHolds", psd.leaseHolds())
                .add("ascending", psd.ascending().mills())
                .add("descending", psd.descending().mills())
                .add("fundsAdded", psd.fundsAdded().mills())
                .add("fundsWithdrawn", psd.fundsWithdrawn().mills())
                .add("pieceCount", psd.pieceCount())
                .add("entryNumber", psd.entryNumber())
                .add("receiptedEntry", psd.receiptedEntry());
        optional(json, "suspendedBecause", psd.suspendedBecause());
        return json;
    }

    static JsonObjectBuilder sheet(SheetView sheet) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("serial", sheet.serial())
                .add("stock", sheet.stock())
                .add("state", sheet.state())
                .add("positions", JsonList.of(sheet.positions(), label -> StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("position", label.position())
                        .add("state", label.state())));
        optional(json, "owner", sheet.owner());
        return json;
    }

    static JsonObjectBuilder order(OrderSummary order) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", order.id().toString())
                .add("state", order.state().text())
                .add("attempt", order.attempt())
                .add("channel", order.channel())
                .add("pieces", order.pieces())
                .add("total", order.total().mills())
                .add("address", order.address())
                .add("placedAt", order.placedAt().toString());
        optional(json, "sheet", order.sheet());
        optional(json, "receivedBy", order.receivedBy());
        optional(json, "frankedBy", order.frankedBy());
        optional(json, "reason", order.reason(), ProblemKind::slug);
        optional(json, "waitsFor", order.waitsFor(), WaitsFor::text);
        return json;
    }

    static JsonObjectBuilder findings(LatestFindings latest) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("findings", JsonList.of(latest.findings(), ConsoleJson::finding));
        optional(json, "finishedAt", latest.finishedAt());
        return json;
    }

    private static JsonObjectBuilder finding(Finding finding) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("invariant", finding.invariant())
                .add("subject", finding.subject())
                .add("detail", finding.detail());
    }

    static JsonObjectBuilder selling(
            List<Difference> unconfirmed, Instant comparedAt, List<Confirmation> confirmations) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("stopped", !unconfirmed.isEmpty())
                .add("differences", JsonList.of(unconfirmed, ConsoleJson::difference))
                .add("confirmations", JsonList.of(confirmations, act -> StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("at", act.confirmedAt().toString())
                        .add("operator", act.operator())
                        .add("reason", act.reason())
                        .add("differences", act.differences())));
        optional(json, "comparedAt", comparedAt);
        return json;
    }

    private static JsonObjectBuilder difference(Difference difference) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("psd", String.format(Locale.ROOT, "%08d", difference.psd()))
                .add("authorityEntry", difference.authorityEntry())
                .add("authorityFunds", difference.authorityGranted().mills())
                .add("funds", difference.ourFunds().mills())
                .add("noticedBy", difference.noticedBy())
                .add("noticedAt", difference.noticedAt().toString());
        return difference.ourEntry() == null ? json.addNull("entry") : json.add("entry", difference.ourEntry());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T> void optional(JsonObjectBuilder json, String name, T value, Function<T, String> text) {
        optional(json, name, value == null ? null : text.apply(value));
    }

    private static void optional(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, Objects.toString(value));
        }
    }
}
