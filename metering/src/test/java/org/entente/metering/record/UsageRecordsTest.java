package org.entente.metering.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.metering.Running.ACME;
import static org.entente.metering.Running.freshInstance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.problem.ProblemException;
import org.entente.metering.MeteringProblem;
import org.entente.metering.Peers;
import org.entente.metering.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageRecordsTest {
    private static final Instant START = Instant.parse("2026-11-10T09:00:00Z");

    @Inject
    UsageLog log;

    @Inject
    UsageRecords records;

    @Inject
    DataSource database;

    private final InstanceId instance = freshInstance();

    @Test
    void aRecordComesBackAsItWentIn() {
        long before = lastPosition();
        MeasuredUsage usage = usage(0, "12.345678901");

        append(List.of(usage));

        assertThat(records.after(before, 10)).singleElement().satisfies(found -> {
            assertThat(found.position()).isGreaterThan(before);
            assertThat(found)
                    .isEqualTo(new UsageRecord(
                            found.position(),
                            usage.instance(),
                            usage.place(),
                            usage.technology(),
                            usage.tenant(),
                            usage.agreement(),
                            usage.window(),
                            usage.quantity()));
        });
    }

    @Test
    void theSameRecordTwiceIsRecordedOnce() {
        long before = lastPosition();
        append(List.of(usage(0, "1")));
        append(List.of(usage(0, "1"), usage(1, "1")));

        assertThat(records.after(before, 10)).hasSize(2);
    }

    @Test
    void otherContentUnderTheSameKeyIsAConflictAndAppendsNothing() {
        append(List.of(usage(0, "1")));
        long before = lastPosition();

        assertThatThrownBy(() -> append(List.of(usage(1, "1"), usage(0, "2"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo(MeteringProblem.USAGE_CONFLICT));
        assertThat(records.after(before, 10)).isEmpty();
    }

    @Test
    void aRecordIsNeverChangedOrRemoved() {
        append(List.of(usage(0, "1")));

        for (String change : List.of(
                "update metering.usage_record set quantity = 2",
                "delete from metering.usage_record",
                "truncate metering.usage_record cascade",
                "update metering.usage_position set position = default",
                "delete from metering.usage_position")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("neither changed nor removed");
        }
    }

    @Test
    void theDatabaseItselfKeepsAKeyOnce() {
        append(List.of(usage(0, "1")));

        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection()) {
                        insert(connection, 0);
                    }
                })
                .hasMessageContaining("usage_record_once");
    }

    @Test
    void pagesFollowEachOther() {
        long before = lastPosition();
        append(IntStream.range(0, 7).mapToObj(hour -> usage(hour, "1")).toList());

        assertThat(allAfter(before, 3)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aPageHasALimit() {
        assertThatThrownBy(() -> records.after(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> records.after(0, UsageRecords.LIMIT_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordThatIsInsertedFirstAndCommittedLastIsNotSkipped() throws SQLException {
        long before = lastPosition();
        try (Connection slow = database.getConnection();
                Connection quick = database.getConnection()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            insert(slow, 1);
            insert(quick, 2);
            quick.commit();
            List<UsageRecord> first = records.after(before, 10);
            assertThat(first).extracting(record -> record.window().from()).containsExactly(hour(2));

            slow.commit();

            assertThat(records.after(first.getLast().position(), 10))
                    .extracting(record -> record.window().from())
                    .containsExactly(hour(1));
        }
    }

    /** Between its place and its commit a transaction keeps all others from overtaking it. */
    @Test
    void aCommitWaitsForTheOneThatIsPlacedBeforeIt() throws Exception {
        long before = lastPosition();
        try (Connection slow = database.getConnection();
                Connection quick = database.getConnection();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            insert(slow, 1);
            place(slow);
            insert(quick, 2);
            Future<?> committing = thread.submit(() -> {
                quick.commit();
                return null;
            });
            await().until(this::someoneWaitsForItsPlace);
            assertThat(records.after(before, 10)).isEmpty();

            slow.commit();
            committing.get();

            assertThat(records.after(before, 10))
                    .extracting(record -> record.window().from())
                    .containsExactly(hour(1), hour(2));
        }
    }

    @Test
    void aReaderMissesNothingWhileManyWritersCommit() throws Exception {
        long before = lastPosition();
        int writers = 8;
        int commits = 40;
        List<UsageRecord> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                writing.add(threads.submit(() -> {
                    InstanceId own = freshInstance();
                    for (int commit = 0; commit < commits; commit++) {
                        append(List.of(usage(own, 2 * commit, "1"), usage(own, 2 * commit + 1, "1")));
                    }
                }));
            }
            long cursor = before;
            while (!writing.stream().allMatch(Future::isDone)) {
                read.addAll(records.after(cursor, 5));
                cursor = read.isEmpty() ? before : read.getLast().position();
            }
            for (Future<?> each : writing) {
                each.get();
            }
            read.addAll(allAfter(cursor, 100));
        }

        assertThat(read).hasSize(writers * commits * 2).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownInstanceUsedNothing() {
        assertThat(records.usedSoFar(List.of(freshInstance()))).isEmpty();
        assertThat(records.usedSoFar(List.of())).isEmpty();
    }

    private List<UsageRecord> allAfter(long position, int limit) {
        List<UsageRecord> all = new ArrayList<>();
        List<UsageRecord> page = records.after(position, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = records.after(page.getLast().position(), limit);
        }
        return all;
    }

    private long lastPosition() {
        List<UsageRecord> all = allAfter(0, UsageRecords.LIMIT_MAX);
        return all.isEmpty() ? 0 : all.getLast().position();
    }

    private void append(List<MeasuredUsage> usages) {
        QuarkusTransaction.requiringNew().run(() -> log.append(usages));
    }

    private MeasuredUsage usage(int hour, String quantity) {
        return usage(instance, hour, quantity);
    }

    private static MeasuredUsage usage(InstanceId instance, int hour, String quantity) {
        return new MeasuredUsage(
                instance,
                new Place(Peers.ALBA, new SiteId("nord")),
                Technology.KUBERNETES,
                Optional.of(ACME),
                Optional.empty(),
                new Window(hour(hour), hour(hour + 1)),
                new Quantity(Meter.VCPU, new BigDecimal(quantity)));
    }

    private static Instant hour(int hour) {
        return START.plusSeconds(hour * 3600L);
    }

    private void insert(Connection connection, int hour) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into metering.usage_record (id, instance, operator, site, technology, tenant, meter,
                    window_from, window_to, quantity, content_hash)
                values (-nextval('metering.usage_record_sequence'), ?, 'alba', 'nord', 'OPENSTACK', 'acme', 'VCPU',
                    cast(? as timestamptz), cast(? as timestamptz), 1, 'sha256:0')
                """)) {
            insert.setString(1, instance.value());
            insert.setString(2, hour(hour).toString());
            insert.setString(3, hour(hour + 1).toString());
            insert.executeUpdate();
        }
    }

    /** Does now what else happens at the commit. */
    private static void place(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
    }

    private boolean someoneWaitsForItsPlace() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            return waiting.next() && waiting.getLong(1) > 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
