package org.stampwright.postage.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.refusal.Refused;

/** A document is imported as a whole or not at all; each refusal names the field. */
class ImportsTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static String counts() {
        return shop.one(
                "select (select count(*) from label_sheet) || ' ' || (select count(*) from label_position) || ' '"
                        + " || (select count(*) from rate_edition) || ' ' || (select count(*) from account) || ' '"
                        + " || (select state from server_system) || ' ' || (select value from vendor_setting)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sheet': []} | sheet",
                "{'rates': {'validFrom': '+100000-01-01T00:00:00Z', 'serviceFee': 0, 'smallestOrder': 0,"
                        + " 'products': [{'product': 'a', 'description': 'A', 'value': 1, 'rateCategory': 'A'}]}} |"
                        + " rates.validFrom",
                "{'rates': {'validFrom': '-4713-01-01T00:00:00Z', 'serviceFee': 0, 'smallestOrder': 0, 'products':"
                        + " [{'product': 'a', 'description': 'A', 'value': 1, 'rateCategory': 'A'}]}} |"
                        + " rates.validFrom",
                "{'rates': {'validFrom': '2030-01-01T00:00:00Z', 'serviceFee': 0, 'smallestOrder': 0, 'products':"
                        + " [{'product': 'a', 'description': 'A \\u0000', 'value': 1, 'rateCategory': 'A'}]}} |"
                        + " rates.products[0].description",
                "{'rates': {'validFrom': '2030-01-01T00:00:00Z', 'serviceFee': 1e999999999, 'smallestOrder': 0,"
                        + " 'products': [{'product': 'a', 'description': 'A', 'value': 1, 'rateCategory': 'A'}]}} |"
                        + " rates.serviceFee",
                "{'sheets': [{'serial': 'X', 'series': 'T', 'stock': 'US-LETTER-25'}]} | sheets[0].series",
                "{'sheets': [{'serial': 'X', 'count': 1, 'stock': 'US-LETTER-25'}]} | sheets[0].count",
                "{'sheets': [{'series': 'T', 'count': 1, 'state': 'stolen', 'stock': 'US-LETTER-25'}]} |"
                        + " sheets[0].state",
                "{'sheets': [{'series': 'T', 'count': 1, 'owner': 'bob@example.org', 'stock': 'US-LETTER-25'}]} |"
                        + " sheets[0].owner",
                "{'serverSystems': [{'name': 'al\\u0000der', 'state': 'admitted'}]} | serverSystems[0].name",
                "{'sheets': {}} | sheets",
                "{'sheets': [{'serial': 'X', 'stock': 'US-LETTER-25'}]} | sheets[0].serial",
                "{'sheets': [{'series': 'IO', 'count': 1, 'stock': 'US-LETTER-25'}]} | sheets[0].series",
                "{'sheets': [{'series': 'T', 'count': 0, 'stock': 'US-LETTER-25'}]} | sheets[0].count",
                "{'sheets': [{'series': 'T', 'count': 1, 'stock': 'FOOLSCAP'}]} | sheets[0].stock",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': []}} | rates.products",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1.5, 'rateCategory': 'A'}]}} | rates.products[0].value",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1, 'rateCategory': 'A'}]}} | rates.validFrom",
                "{'rates': {'validFrom': '2026-01-01T00:00:00Z', 'serviceFee': 0, 'smallestOrder': 0, 'products':"
                        + " [{'product': 'a', 'description': 'A', 'value': 1, 'rateCategory': 'A'}]}} |"
                        + " rates.validFrom",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1, 'rateCategory': 'A '}]}} | rates.products[0].rateCategory",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1, 'rateCategory': ' A'}]}} | rates.products[0].rateCategory",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1, 'rateCategory': ' '}]}} | rates.products[0].rateCategory",
                "{'rates': {'validFrom': 'now', 'serviceFee': 0, 'smallestOrder': 0, 'products': [{'product': 'a',"
                        + " 'description': 'A', 'value': 1, 'rateCategory': 'ABCDE'}]}} |"
                        + " rates.products[0].rateCategory",
                "{'serverSystems': [{'name': 'nobody', 'state': 'admitted'}]} | serverSystems[0].name",
                "{'serverSystems': [{'name': 'alder', 'state': 'asleep'}]} | serverSystems[0].state",
                "{'serverSystems': [{'name': 'alder', 'state': 'removed'}, {'name': 'alder', 'state': 'draining'}]}"
                        + " | serverSystems[1].state",
                "{'serverSystems': [{'name': 'alder', 'state': 'admitted'}, {'name': 'alder', 'state': 'admitted'},"
                        + " {'name': 'nobody', 'state': 'admitted'}]} | serverSystems[2].name",
                "{'selectionProcedure': 'by-beauty'} | selectionProcedure",
                "{'accounts': [{'kind': 'operator', 'name': 'eve'}]} | accounts[0].kind",
                "{'accounts': [{'kind': 'client', 'name': 'Not a name'}]} | accounts[0].name",
                "{'accounts': [{'kind': 'client', 'name': 'acme'}]} | accounts[0].name",
                "{'sheets': [{'series': 'T', 'count': 5, 'stock': 'US-LETTER-25'}], 'serverSystems': [{'name':"
                        + " 'alder', 'state': 'draining'}], 'selectionProcedure': 'fewest-unfinished', 'accounts':"
                        + " [{'kind': 'client', 'name': 'fine'}, {'kind': 'client', 'name': 'fine'}]} |"
                        + " accounts[1].name"
            })
    void an_invalid_field_is_named_and_nothing_is_imported(String json, String field) {
        String before = counts();
        Refusal refusal = refused(shop.importing(json.replace('\'', '"')));
        assertThat(refusal.kind()).isEqualTo(ProblemKind.IMPORT_REFUSED);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void the_table_takes_no_rate_category_that_an_indicium_would_not() {
        for (String category : java.util.List.of("A ", " A", " ", "", "ABCDE")) {
            assertThatThrownBy(
                            () -> shop.change("insert into rate (edition_id, product, place, description, kind, value,"
                                    + " minimum, maximum, rate_category) select max(id), 'blank', 9, 'Blank',"
                                    + " 'fixed', 1, 1, 1, '"
                                    + category + "' from rate_edition"))
                    .as(category)
                    .hasStackTraceContaining("rate_category");
        }
    }

    @Test
    void given_sheets_are_imported_with_state_and_owner_and_not_twice() {
        String serial = LabelSerial.draw("G", new Random(3)).printed();
        String json = "{\"sheets\": [{\"serial\": \"" + serial + "\", \"stock\": \"US-LETTER-30\","
                + " \"state\": \"stolen\", \"owner\": \"Bob@example.org\"}]}";
        assertThat(granted(shop.importing(json)).sheets()).containsExactly(serial);
        assertThat(shop.one("select state || owner_email || (select count(*) from label_position p"
                        + " where p.sheet = s.serial) from label_sheet s where serial = '" + serial.substring(0, 10)
                        + "'"))
                .isEqualTo("stolenbob@example.org30");
        assertThat(refused(shop.importing(json)).field()).isEqualTo("sheets[0].serial");
    }

    @Test
    void of_two_imports_of_one_document_at_once_the_second_is_refused_at_its_field() throws Exception {
        String serial = LabelSerial.draw("U", new Random(4)).printed();
        String json = "{\"sheets\": [{\"serial\": \"" + serial + "\", \"stock\": \"US-LETTER-30\"}],"
                + " \"accounts\": [{\"name\": \"twice\"}]}";
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Answer<ImportOutcome>> answers = new ArrayList<>();
        Callable<Answer<ImportOutcome>> once = () -> shop.importing(json);
        for (Future<Answer<ImportOutcome>> done : both.invokeAll(List.of(once, once))) {
            answers.add(done.get());
        }
        both.shutdown();
        assertThat(answers).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(answer -> assertThat(refused(answer).field()).isEqualTo("sheets[0].serial"));
    }

    @Test
    void server_systems_and_the_procedure_are_set() {
        ImportOutcome done =
                granted(shop.importing("{\"serverSystems\": [{\"name\": \"alder\", \"state\": \"admitted\"}],"
                        + " \"selectionProcedure\": \"round-robin\"}"));
        assertThat(done.serverSystems()).containsEntry("alder", "admitted");
        assertThat(done.selectionProcedure()).isEqualTo("round-robin");
    }
}
