package org.stampwright.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.stampwright.postage.database.DataSources;

/** Reports ready only while the vendor's database responds: money and stock are stored nowhere else. */
@Readiness
@ApplicationScoped
public class DatabaseAnswers implements HealthCheck {

    private static final Logger LOG = System.getLogger(DatabaseAnswers.class.getName());
    private static final int SECONDS_TO_ANSWER = 2;

    @Resource(lookup = DataSources.WORK)
    private DataSource work;

    @Override
    public HealthCheckResponse call() {
        try (var connection = work.getConnection()) {
            return HealthCheckResponse.named("database")
                    .status(connection.isValid(SECONDS_TO_ANSWER))
                    .build();
        } catch (SQLException unreachable) {
            LOG.log(Logger.Level.WARNING, "the database does not answer: " + unreachable.getMessage());
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
