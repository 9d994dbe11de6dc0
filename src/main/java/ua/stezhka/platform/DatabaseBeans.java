package ua.stezhka.platform;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** The way to the database for all modules, and the clock. */
@Dependent
class DatabaseBeans {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource, PlatformConfig config) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // Transactions are the container's (@Transactional); Agroal gives every handle of one transaction the same
        // connection.
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        if (config.showStatements()) {
            jdbi.setSqlLogger(new StatementCounter());
        }
        return jdbi;
    }

    @Produces
    @Singleton
    Clock clock(PlatformConfig config) {
        return config.demo() ? new MovableClock(Clock.systemUTC()) : Clock.systemUTC();
    }

    private static final class StatementCounter implements SqlLogger {
        @Override
        public void logBeforeExecution(StatementContext context) {
            if (Arc.container().requestContext().isActive()) {
                Arc.container().instance(Frame.class).get().countStatement();
            }
        }
    }
}
