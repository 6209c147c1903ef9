package org.stampwright.postage.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * The one way to run SQL outside the aggregates that are entities: Jdbi over the container's data source. A handle
 * takes part in the caller's JTA transaction, which the container ends. Flush the entity manager first if a statement
 * depends on entity changes in the same transaction.
 */
@ApplicationScoped
public class WorkJdbi {

    @Resource(lookup = DataSources.WORK)
    private DataSource work;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return over(work);
    }

    /** Returns Jdbi over a data source whose transactions are the container's. */
    public static Jdbi over(DataSource source) {
        Jdbi jdbi = Jdbi.create(source)
                .setTransactionHandler(new CMTTransactionHandler())
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(Integer.class, "int4")
                .registerArrayType(Long.class, "int8")
                .registerArrayType(String.class, "text");
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }
}
