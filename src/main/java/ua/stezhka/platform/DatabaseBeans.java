package ua.stezhka.platform;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** The way to the database for all modules, and its clock. */
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
    @Typed(DatabaseClock.class)
    DatabaseClock databaseClock(AgroalDataSource dataSource) {
        return DatabaseClock.of(dataSource);
    }

    @Produces
    @Singleton
    Clock clock(PlatformConfig config, DatabaseClock clock) {
        return config.demo() ? new MovableClock(clock) : clock;
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
