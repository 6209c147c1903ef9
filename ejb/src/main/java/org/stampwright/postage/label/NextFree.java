package org.stampwright.postage.label;

import java.util.List;
import java.util.Map;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/** Chooses the labels for an order: the next free ones from its start position on, skipping used ones. */
final class NextFree {

    private NextFree() {}

    /**
     * Guards in this order: position-past-end, position-taken, too-few-labels (which states how many fit).
     *
     * @param positions the whole sheet in order
     * @param start the first label to use, or null for the first free one
     */
    static Answer<List<Integer>> choose(List<PositionView> positions, Integer start, int pieces) {
        if (start != null) {
            List<PositionView> named =
                    positions.stream().filter(p -> p.position() == start).toList();
            if (named.isEmpty()) {
                return pastEnd(positions);
            }
            if (!named.get(0).isFree()) {
                return taken(positions, start);
            }
        }
        List<Integer> free = freeFrom(positions, start == null ? 0 : start);
        return free.size() < pieces ? tooFew(free, pieces) : Answer.granted(free.subList(0, pieces));
    }

    private static Answer<List<Integer>> pastEnd(List<PositionView> positions) {
        int first = positions.get(0).position();
        int last = positions.get(positions.size() - 1).position();
        return Answer.refused(new Refusal(
                ProblemKind.POSITION_PAST_END,
                "startPosition",
                first == last
                        ? "This is a single label: its position is " + first + "."
                        : "This sheet has labels " + first + " to " + last + ".",
                Map.of("first", first, "last", last)));
    }

    private static Answer<List<Integer>> taken(List<PositionView> positions, int start) {
        List<Integer> free = freeFrom(positions, start);
        return Answer.refused(new Refusal(
                ProblemKind.POSITION_TAKEN,
                "startPosition",
                "Label " + start + " is taken. "
                        + (free.isEmpty() ? "No label after it is free." : "The next free one is " + free.get(0) + "."),
                Map.of("free", free)));
    }

    private static Answer<List<Integer>> tooFew(List<Integer> free, int pieces) {
        String fits = free.isEmpty()
                ? "no label is free there"
                : free.size() == 1 ? "only one label is free there" : "only " + free.size() + " labels are free there";
        return Answer.refused(new Refusal(
                ProblemKind.TOO_FEW_LABELS,
                "startPosition",
                pieces + " stamps do not fit: " + fits + ".",
                Map.of("fits", free.size(), "free", free)));
    }

    private static List<Integer> freeFrom(List<PositionView> positions, int start) {
        return positions.stream()
                .filter(p -> p.position() >= start && p.isFree())
                .map(PositionView::position)
                .toList();
    }
}
