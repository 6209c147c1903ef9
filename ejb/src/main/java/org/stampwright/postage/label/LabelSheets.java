package org.stampwright.postage.label;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.MistypedSerial;
import org.stampwright.postage.account.Attempts;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** The stock of label sheets: looks them up for buyers, reserves their labels for orders, adds new ones. */
@Stateless
public class LabelSheets {

    private static final String ADD_LABELS = "insert into label_position (sheet, position, state)"
            + " select :sheet, n, 'free' from generate_series(:first, :last) n";

    private static final String OF_SHEET =
            "select position, state from label_position where sheet = :sheet order by position";
    private static final String RESERVE = "update label_position set state = 'reserved', order_id = :order"
            + " where sheet = :sheet and position = any(:positions) and state = 'free'";
    private static final String USE = "update label_position p set state = 'used' from (select sheet, position"
            + " from label_position where order_id = any(:orders) and state = 'reserved' order by sheet, position"
            + " for update) as due where p.sheet = due.sheet and p.position = due.position";
    private static final String OWN = "update label_sheet s set owner_id = o.account_id, owner_email = case"
            + " when o.account_id is null then o.guest_email end, version = s.version + 1"
            + " from (select distinct on (sheet) sheet, account_id, guest_email from postage_order"
            + " where id = any(:orders) order by sheet, id) as o"
            + " where s.serial = o.sheet and s.owner_id is null and s.owner_email is null";

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    private Attempts attempts;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-serials", defaultValue = "50")
    private int wrongSerials;

    /**
     * Returns the sheet of this serial number as typed, if this buyer may print on it. Guards in this order:
     * sheet-mistyped, too-many-attempts, sheet-unknown, sheet-foreign, sheet-void or sheet-stolen.
     */
    public Answer<SheetView> view(Buyer buyer, String typed) {
        return read(typed).flatMap(serial -> view(buyer, serial, LockModeType.NONE));
    }

    /**
     * Returns the sheet for an order in the order's own transaction, and locks its row until that ends, so that its
     * labels stay as they are returned. Guards as for {@link #view}, for an operator too. {@link #reserve} follows in
     * the same transaction, once the order is written.
     */
    public Answer<SheetView> lock(Buyer buyer, String typed) {
        return read(typed).flatMap(serial -> view(buyer, serial, LockModeType.PESSIMISTIC_WRITE));
    }

    private Answer<SheetView> view(Buyer buyer, LabelSerial serial, LockModeType lock) {
        if (attempts.tooMany(Attempts.Kind.SERIAL, buyer.subjects(), wrongSerials)) {
            return Answer.refusedAt(
                    "sheet",
                    ProblemKind.TOO_MANY_ATTEMPTS,
                    "Too many serial numbers that were not yours. Wait ten minutes and try again.");
        }
        LabelSheet sheet = entities.find(LabelSheet.class, serial.withoutCheck(), lock);
        boolean onlyLooks = buyer.operator() && lock == LockModeType.NONE;
        Optional<Refusal> refusal =
                sheet == null ? Optional.of(LabelSheet.unknown()) : onlyLooks ? Optional.empty() : sheet.refuse(buyer);
        if (refusal.isPresent()) {
            countIfGuessed(buyer, refusal.get());
            return Answer.refused(refusal.get());
        }
        return Answer.granted(view(sheet, buyer.operator()));
    }

    private void countIfGuessed(Buyer buyer, Refusal refusal) {
        if (refusal.kind() == ProblemKind.SHEET_UNKNOWN || refusal.kind() == ProblemKind.SHEET_FOREIGN) {
            attempts.failed(Attempts.Kind.SERIAL, buyer.subjects());
        }
    }

    private SheetView view(LabelSheet sheet, boolean withOwner) {
        return new SheetView(
                sheet.serial().printed(),
                sheet.stock(),
                sheet.state().text(),
                withOwner ? sheet.owner() : null,
                positions(sheet));
    }

    /** Reads a serial number as typed or scanned; a typing error is refused with an explanation. */
    public static Answer<LabelSerial> read(String typed) {
        try {
            return Answer.granted(LabelSerial.parse(typed == null ? "" : typed));
        } catch (MistypedSerial mistyped) {
            return Answer.refusedAt("sheet", ProblemKind.SHEET_MISTYPED, mistyped.getMessage());
        }
    }

    /**
     * Returns the labels that an order for so many stamps would get, without reserving them. Refusals:
     * position-past-end, position-taken, too-few-labels.
     */
    public Answer<List<Integer>> wouldFit(SheetView sheet, Integer start, int pieces) {
        return NextFree.choose(sheet.positions(), start, pieces);
    }

    /** Reserves labels of a sheet that is locked by this transaction. */
    public void reserve(LabelSerial serial, List<Integer> positions, UUID order) {
        int reserved = jdbi.withHandle(handle -> handle.createUpdate(RESERVE)
                .bind("sheet", serial.withoutCheck())
                .bind("positions", positions.toArray(Integer[]::new))
                .bind("order", order)
                .execute());
        if (reserved != positions.size()) {
            throw new IllegalStateException("labels " + positions + " of " + serial + " are not all free");
        }
    }

    /** Frees the labels of an undone order, in the caller's transaction. */
    public void giveBack(UUID order) {
        positions(order).forEach(LabelPosition::giveBack);
    }

    /**
     * Marks the labels of captured orders as used; a sheet without an owner becomes its first buyer's.
     *
     * @param labels how many labels these orders have reserved
     * @throws IllegalStateException if they have not
     */
    public void use(Collection<UUID> orders, int labels) {
        Object[] ids = orders.toArray();
        jdbi.useHandle(handle -> {
            int used = handle.createUpdate(USE)
                    .bindArray("orders", UUID.class, ids)
                    .execute();
            if (used != labels) {
                throw new IllegalStateException(orders + " have " + used + " reserved labels, not " + labels);
            }
            handle.createUpdate(OWN).bindArray("orders", UUID.class, ids).execute();
        });
    }

    /** Returns the labels of an order, in order. */
    public List<Integer> of(UUID order) {
        return positions(order).stream().map(LabelPosition::position).toList();
    }

    /** Returns whether this serial number was imported before. */
    public boolean isKnown(LabelSerial serial) {
        return entities.find(LabelSheet.class, serial.withoutCheck()) != null;
    }

    /** Adds a sheet with its labels, numbered from 1, or the one label 0 of a single label. */
    public void add(Operator operator, NewSheet sheet, int labels) {
        entities.persist(new LabelSheet(sheet, operator.login(), clock.instant()));
        entities.flush();
        jdbi.useHandle(handle -> handle.createUpdate(ADD_LABELS)
                .bind("sheet", sheet.serial().withoutCheck())
                .bind("first", labels == 1 ? 0 : 1)
                .bind("last", labels == 1 ? 0 : labels)
                .execute());
    }

    /** Takes a sheet out of use. Orders that hold labels of it continue. */
    public Answer<SheetView> makeVoid(Operator operator, String typed) {
        return view(Buyer.of(operator, null, "operator"), typed).map(found -> {
            String serial = LabelSerial.parse(found.serial()).withoutCheck();
            LabelSheet sheet = entities.find(LabelSheet.class, serial, LockModeType.PESSIMISTIC_WRITE);
            sheet.makeVoid();
            return view(sheet, true);
        });
    }

    private List<PositionView> positions(LabelSheet sheet) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_SHEET)
                .bind("sheet", sheet.serial().withoutCheck())
                .map((row, context) -> new PositionView(row.getInt("position"), row.getString("state")))
                .list());
    }

    private List<LabelPosition> positions(UUID order) {
        return entities.createQuery(
                        "select p from LabelPosition p where p.orderId = :order order by p.position",
                        LabelPosition.class)
                .setParameter("order", order)
                .getResultList();
    }
}
