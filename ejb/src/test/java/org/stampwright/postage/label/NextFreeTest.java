package org.stampwright.postage.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Refused;

/** Which labels an order gets. A sheet is a row of f (free), r (reserved) and u (used), starting with label 1. */
class NextFreeTest {

    private static List<PositionView> sheet(String row) {
        List<PositionView> positions = new ArrayList<>();
        for (char c : row.toCharArray()) {
            positions.add(new PositionView(
                    positions.size() + 1,
                    c == 'f' ? PositionView.FREE : c == 'r' ? PositionView.RESERVED : PositionView.USED));
        }
        return positions;
    }

    @ParameterizedTest
    @CsvSource({
        "fffff, , 2, '[1, 2]'",
        "fffff, 3, 3, '[3, 4, 5]'",
        "uufff, , 1, '[3]'",
        "fufrf, 1, 3, '[1, 3, 5]'",
        "fffff, 6, 1, position-past-end",
        "fffff, 0, 1, position-past-end",
        "fffff, -1, 1, position-past-end",
        "ffuff, 3, 1, position-taken",
        "ffrff, 3, 1, position-taken",
        "fffff, 4, 3, too-few-labels",
        "uuuuu, , 1, too-few-labels",
        "fffff, , 6, too-few-labels"
    })
    void are_the_next_free_from_the_start_on(String row, Integer start, int pieces, String outcome) {
        Answer<List<Integer>> answer = NextFree.choose(sheet(row), start, pieces);
        assertThat(answer.<String>fold(List::toString, refusal -> refusal.kind().slug()))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"uffuf, 2, 4, 3, '[2, 3, 5]'", "fffff, 5, 2, 1, '[5]'", "uuuuu, , 1, 0, '[]'"})
    void or_the_refusal_says_how_many_fit(String row, Integer start, int pieces, int fits, String free) {
        Refused<List<Integer>> refused = (Refused<List<Integer>>) NextFree.choose(sheet(row), start, pieces);
        assertThat(refused.refusal().facts().get("fits")).isEqualTo(fits);
        assertThat(refused.refusal().facts().get("free")).hasToString(free);
    }
}
