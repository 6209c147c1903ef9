package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.container.Deployed;
import org.stampwright.postage.database.DataSources;

/** Tokens as one instance presents them to another, here to itself: its own row is the caller's. */
@ExtendWith(ArquillianExtension.class)
class NodeTokensIT {

    private final UUID order = UUID.randomUUID();

    @Inject
    NodeTokens tokens;

    @Inject
    ServerSystems systems;

    @Inject
    ThisInstance instance;

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    @Deployment
    static WebArchive war() {
        return Deployed.war();
    }

    @AfterEach
    void admit() throws SQLException {
        state("admitted");
    }

    @ParameterizedTest
    @CsvSource({"admitted,true", "draining,true", "pending,false", "removed,false"})
    void a_caller_is_trusted_while_it_is_admitted_or_draining(String state, boolean believed) throws SQLException {
        String token = tokens.forReceiver(instance.name(), NodeAct.FRANK, Set.of(order));

        state(state);

        await().untilAsserted(() ->
                assertThat(tokens.callOf(token, NodeAct.FRANK).isPresent()).isEqualTo(believed));
    }

    @Test
    void a_caller_is_rejected_at_once_where_it_is_removed() throws SQLException {
        state("admitted");
        String token = tokens.forReceiver(instance.name(), NodeAct.FRANK, Set.of(order));
        await().untilAsserted(
                        () -> assertThat(tokens.callOf(token, NodeAct.FRANK)).isPresent());

        systems.remove(instance.name());

        assertThat(tokens.callOf(token, NodeAct.FRANK)).isEmpty();
    }

    @Test
    void a_token_for_another_receiver_or_another_act_is_rejected() throws SQLException {
        state("admitted");
        String token = tokens.forReceiver(instance.name(), NodeAct.FRANK, Set.of(order));

        assertThat(tokens.callOf(token, NodeAct.FRANK))
                .contains(new NodeCall(instance.name(), NodeAct.FRANK, Set.of(order)));
        assertThat(tokens.callOf(token, NodeAct.LOOK)).isEmpty();
        assertThat(tokens.callOf(tokens.forReceiver("birch", NodeAct.FRANK, Set.of(order)), NodeAct.FRANK))
                .isEmpty();
    }

    private void state(String state) throws SQLException {
        execute("update server_system set state = '" + state + "' where id = " + instance.id());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = work.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
