package org.entente.billing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with two copies of the schema: the one in use and that of the other operator. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            prepareOtherOperator(postgres);
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username", "postgres",
                    "quarkus.datasource.password", "postgres");
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("PostgreSQL did not start", failed);
        }
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(postgres).close();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL did not stop", failed);
        }
    }

    /** Its numbers start far away, because both operators share the numbers that the process holds in stock. */
    private static void prepareOtherOperator(EmbeddedPostgres postgres) throws SQLException {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/billing")
                .load()
                .migrate();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sequence : List.of("charge_id", "journal_entry_id", "invoice_id")) {
                statement.execute("alter sequence billing." + sequence + " restart with 1000000");
            }
            statement.execute("alter schema billing rename to billing_boreal");
            statement.execute("drop table flyway_schema_history");
        }
    }
}
