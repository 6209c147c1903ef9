package org.stampwright.postage.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Indicia;
import org.stampwright.postage.indicium.PreparedIndicium;
import org.stampwright.postage.indicium.RecordedContent;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.PieceView;
import org.stampwright.postage.signing.ModuleCertificates;

/**
 * The signed pieces of an order as they may leave the vendor. The database's rows are not trusted. An entry under its
 * owner's seal must bind each piece to this order. Each piece must be the stamp that the order's lines give for its
 * label.
 */
@ApplicationScoped
public class SealedPieces {

    /** A piece's place in a ledger. */
    private record Place(long psd, long entry) {

        static Place of(SignedPiece piece) {
            return new Place(piece.recorded().psd(), piece.recorded().entryNumber());
        }
    }

    @Inject
    Indicia indicia;

    @Inject
    Records records;

    @Inject
    ModuleCertificates certificates;

    /**
     * Returns all pieces of the order, by position.
     *
     * @throws Unsealed if a piece does not match its owner's seal
     * @throws PieceMismatch if the pieces do not match the order's stamps
     */
    public List<SignedPiece> of(OrderView order) {
        List<SignedPiece> pieces = indicia.signed(order.id(), order.attempt());
        pieces.stream().collect(Collectors.groupingBy(Place::of)).forEach(this::requireSealed);
        requireOrdered(order, pieces);
        return pieces;
    }

    private void requireSealed(Place place, List<SignedPiece> pieces) {
        Map<Long, FrankedPiece> sealed = new HashMap<>();
        for (PreparedIndicium prepared : prepare(place)) {
            RecordedContent recorded = prepared.recorded();
            sealed.put(recorded.pieceCount(), recorded.piece());
        }
        for (SignedPiece piece : pieces) {
            RecordedContent recorded = piece.recorded();
            if (!recorded.piece().equals(sealed.get(recorded.pieceCount()))) {
                throw new Unsealed(
                        place.psd(),
                        "piece %d of PSD %08d is not in its entry %d"
                                .formatted(recorded.pieceCount(), place.psd(), place.entry()));
            }
        }
    }

    private List<PreparedIndicium> prepare(Place place) {
        CommittedEntry committed = records.after(place.psd(), place.entry() - 1, 1).stream()
                .filter(entry -> entry.entry().number() == place.entry())
                .findFirst()
                .orElseThrow(() ->
                        new Unsealed(place.psd(), "PSD %08d has no entry %d".formatted(place.psd(), place.entry())));
        SealedEntry sealed = committed.sealed();
        return committed.prepare(certificates
                .sealKey(sealed.entry().sealCertificate(), sealed.entry().owner())
                .orElseThrow(() -> new Unsealed(
                        place.psd(),
                        "entry %d of PSD %08d names a seal certificate that is not its owner's"
                                .formatted(place.entry(), place.psd()))));
    }

    private static void requireOrdered(OrderView order, List<SignedPiece> pieces) {
        Map<Integer, PieceView> ordered =
                order.pieces().stream().collect(Collectors.toMap(PieceView::position, Function.identity()));
        if (pieces.size() != ordered.size()) {
            throw new PieceMismatch(
                    "order " + order.id() + " has " + pieces.size() + " signed pieces of " + ordered.size());
        }
        for (SignedPiece piece : pieces) {
            RecordedContent recorded = piece.recorded();
            if (!isOrdered(order, ordered.get(recorded.position()), recorded)) {
                throw new PieceMismatch("piece %d of PSD %08d is not the stamp that order %s has for position %d"
                        .formatted(recorded.pieceCount(), recorded.psd(), order.id(), recorded.position()));
            }
        }
    }

    private static boolean isOrdered(OrderView order, PieceView ordered, RecordedContent recorded) {
        return ordered != null
                && recorded.decoded().labelSerial().printed().equals(order.sheet())
                && recorded.decoded().postage().equals(ordered.value())
                && recorded.decoded().rateCategory().equals(ordered.rateCategory());
    }
}
