package org.stampwright.postage.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.importing.ImportDocument;
import org.stampwright.postage.importing.ImportOutcome;
import org.stampwright.postage.importing.Importing;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Refusal;

/**
 * The refusals of the facades as a caller in the application server gets them: as values. An exception that a bean
 * throws to another one marks the caller's transaction, so only the real server shows whether a refusal arrives.
 */
@ExtendWith(ArquillianExtension.class)
class RefusalsIT {

    private static final Operator OPERATOR = new Operator(1, "operator");

    @Inject
    Importing importing;

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    @Deployment
    static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void an_unknown_selection_procedure_is_refused_at_its_field() throws SQLException {
        assertThat(refusal(imported("{'selectionProcedure':'random'}")).field()).isEqualTo("selectionProcedure");
        assertThat(one("select value from vendor_setting where name = 'selection-procedure'"))
                .isEqualTo("round-robin");
    }

    @Test
    void draining_a_removed_server_system_is_refused_at_its_field_and_it_is_not_removed() throws SQLException {
        execute("insert into server_system (name, role, state, address, node_certificate)"
                + " values ('birch', 'both', 'admitted', 'http://127.0.0.1:1', '\\x00') on conflict do nothing");
        Refusal refusal = refusal(imported(
                "{'serverSystems':[{'name':'birch','state':'removed'}," + "{'name':'birch','state':'draining'}]}"));
        assertThat(refusal.field()).isEqualTo("serverSystems[1].state");
        assertThat(one("select state from server_system where name = 'birch'")).isEqualTo("admitted");
    }

    private Answer<ImportOutcome> imported(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            JsonObject object = reader.readObject();
            return ImportDocument.read(object).flatMap(document -> importing.importDocument(OPERATOR, document));
        }
    }

    private static Refusal refusal(Answer<?> answer) {
        return answer.fold(
                value -> {
                    throw new AssertionError("granted: " + value);
                },
                Function.identity());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
