package org.stampwright.postage.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * The data sources by which an instance reaches the vendor's database; URL, user and password come from the
 * configuration. Each connection is validated before use, and a caller waits at most two seconds for one. An
 * unspecified string type allows a null in a {@code uuid} column. Statements and results are the driver's own: the
 * server's wrappers look methods such as {@code getObject(name, type)} up by reflection at each call. The auditor's
 * data source takes no part in container transactions: the server would enlist it in the one that stores the findings.
 */
@Singleton
@DataSourceDefinition(
        name = DataSources.WORK,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=stampwright.db.url}",
        user = "${MPCONFIG=stampwright.db.app.user}",
        password = "${MPCONFIG=stampwright.db.app.password}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            "stringType=unspecified",
            "applicationName=stampwright-work",
            "reWriteBatchedInserts=true",
            "connectTimeout=2",
            "socketTimeout=60",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.max-wait-time-in-millis=2000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=2",
            "fish.payara.fail-all-connections=false"
        })
@DataSourceDefinition(
        name = DataSources.HEARTBEAT,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=stampwright.db.url}",
        user = "${MPCONFIG=stampwright.db.app.user}",
        password = "${MPCONFIG=stampwright.db.app.password}",
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 2,
        properties = {
            "stringType=unspecified",
            "applicationName=stampwright-heartbeat",
            "options=-c statement_timeout=1s",
            "connectTimeout=2",
            "socketTimeout=3",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.max-wait-time-in-millis=2000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
        })
@DataSourceDefinition(
        name = DataSources.AUDIT,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=stampwright.db.url}",
        user = "${MPCONFIG=stampwright.db.audit.user}",
        password = "${MPCONFIG=stampwright.db.audit.password}",
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 6,
        transactional = false,
        properties = {
            "stringType=unspecified",
            "applicationName=stampwright-audit",
            "options=-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read",
            "connectTimeout=2",
            "socketTimeout=120",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.max-wait-time-in-millis=2000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
        })
public class DataSources {

    /** Purchases: JPA and plain SQL inside JTA transactions. */
    public static final String WORK = "java:app/jdbc/work";

    /** Heartbeats and leases: two connections, with a statement time-out of one second. */
    public static final String HEARTBEAT = "java:app/jdbc/heartbeat";

    /** The auditor: read-only, each transaction one snapshot. */
    public static final String AUDIT = "java:app/jdbc/audit";
}
