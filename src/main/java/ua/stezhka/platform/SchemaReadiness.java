package ua.stezhka.platform;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A node is ready when the database has the newest migration that this node knows; newer ones do no harm. */
@Readiness
@Singleton
class SchemaReadiness implements HealthCheck {
    private final Jdbi jdbi;
    private final Optional<String> newest;

    SchemaReadiness(Jdbi jdbi, Flyway flyway) {
        this.jdbi = jdbi;
        this.newest = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database schema")
                .status(newest.isEmpty() || hasMigration(newest.get()))
                .build();
    }

    private boolean hasMigration(String version) {
        try {
            return jdbi.withHandle(handle -> handle.createQuery(
                            "select exists (select from platform.flyway_schema_history where success and version = :version)")
                    .bind("version", version)
                    .mapTo(Boolean.class)
                    .one());
        } catch (JdbiException e) {
            return false;
        }
    }
}
