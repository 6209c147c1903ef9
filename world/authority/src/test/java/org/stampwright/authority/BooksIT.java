package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.Certificates;

/** Checks on the database itself that the authority's books balance, whatever vendors did, in whatever order. */
class BooksIT {

    private static RunningAuthority authority;

    @BeforeAll
    static void doBusiness() throws Exception {
        TestVendor vendor = new TestVendor(60_000);
        authority = vendor.authority;
        TestPsd psd = new TestPsd(vendor);
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            oneAct(vendor, psd, random);
        }
        assertThat(psd.report().status()).isEqualTo(200);
    }

    private static void oneAct(TestVendor vendor, TestPsd psd, Random random) throws Exception {
        long value = 500 + random.nextInt(3_000);
        if (psd.newest.registers().descending().mills() < value) {
            psd.funded(5_000);
        }
        psd.franked(value);
        assertThat(psd.report().status()).isEqualTo(200);
        if (random.nextBoolean()) {
            vendor.put(
                    "/v1/voids/" + UUID.randomUUID(),
                    "{\"psdSerial\":" + psd.serial + ",\"pieceCount\":" + psd.newest.pieceCount()
                            + ",\"reason\":\"spoiled\"}");
        }
        psd.funded(1_000);
    }

    /** Each query finds rows that do not balance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select vendor from account a where balance <> (select sum(amount) from account_movement m "
                        + "where m.vendor = a.vendor)",
                "select psd from psd p where granted <> (select coalesce(sum(amount), 0) from download d "
                        + "where d.psd = p.psd and d.vendor = p.vendor and state = 'granted')",
                "select psd from psd p where funds_added <> (select coalesce(sum(amount), 0) from download d "
                        + "where d.psd = p.psd and entry is not null)",
                "select psd from psd p where ascending <> (select coalesce(sum(postage), 0) from piece i where"
                        + " i.psd = p.psd)",
                "select psd from psd p where piece_count <> (select count(*) from piece i where i.psd = p.psd)",
                "select psd from psd p where head_number <> (select count(*) from entry e where e.psd = p.psd)",
                "select id from download d where state = 'granted' and not exists (select 1 from account_movement m "
                        + "where m.vendor = d.vendor and m.kind = 'download' and m.reference = d.id and m.amount ="
                        + " -d.amount)",
                "select psd from piece_fate f where fate = 'voided' and (select sum(credited) from void_request v "
                        + "where v.psd = f.psd and v.piece_count = f.piece_count) <> (select postage from piece i "
                        + "where i.psd = f.psd and i.piece_count = f.piece_count)",
            })
    void nothing_is_found_that_does_not_add_up(String query) throws Exception {
        assertThat(rows(query)).isZero();
    }

    @Test
    void a_database_does_not_go_on_with_another_root() throws Exception {
        X509Certificate root = Certificates.read(read("/root.pem"));
        X509Certificate another = Certificates.read(read("/signing-certificate.pem"));
        Database database = new Database(authority.database());
        Identity.require(database, root);
        assertThatThrownBy(() -> Identity.require(database, another)).hasMessageContaining("another root");
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = authority.uri(path).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    @Test
    void the_questions_are_asked_of_something() throws Exception {
        assertThat(rows("select 1 from piece")).isGreaterThanOrEqualTo(12);
        assertThat(rows("select 1 from piece_fate where fate = 'voided'")).isPositive();
        assertThat(rows("select 1 from download where entry is not null")).isPositive();
    }

    private static int rows(String query) throws SQLException {
        try (Connection connection = authority.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from (" + query + ") q")) {
            found.next();
            return found.getInt(1);
        }
    }
}
