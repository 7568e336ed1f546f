package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.entente.broker.technology.SiteAdapters;
import org.entente.simulator.process.RunningSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of {@link Site}, for one adapter at one site. Whatever it makes there, it also ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteContract {
    private static final int THREADS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final SiteAdapters adapters = new SiteAdapters(vertx);
    private final List<InstanceId> made = new ArrayList<>();

    abstract Technology technology();

    abstract Endpoint endpoint();

    /** Something small that the site can run. */
    abstract Workload workload();

    /** What the site must refuse. */
    abstract List<Workload> notOffered();

    /** How many the site has of an instance, asked without the adapter. */
    abstract int count(InstanceId instance);

    /** How long the site may take to bring an instance up, or down. */
    abstract Duration patience();

    final Site site() {
        return adapters.at(technology(), endpoint());
    }

    @AfterEach
    void endAllThatWasMade() {
        made.forEach(instance -> site().delete(instance));
        made.forEach(this::awaitAbsent);
        made.forEach(instance -> site().delete(instance));
        made.clear();
    }

    @AfterAll
    void closeAdapters() {
        adapters.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void probingTellsTechnologyAndRelease() {
        SiteCapabilities capabilities = site().probe();

        assertThat(capabilities.technology()).isEqualTo(technology());
        assertThat(capabilities.release()).isNotBlank();
        assertThat(capabilities.capacity().total().vcpu())
                .hasValueSatisfying(total -> assertThat(total).isPositive());
        assertThat(capabilities.capacity().total().memoryGib())
                .hasValueSatisfying(total -> assertThat(total).isPositive());
    }

    @Test
    void createdInstanceComesToRun() {
        InstanceId instance = fresh();
        long start = System.nanoTime();

        site().create(instance, workload());
        awaitRunning(instance);

        System.out.printf(
                "%s: from creation to running in %d ms%n",
                getClass().getSimpleName(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @Test
    void repeatedCreateMakesNoSecond() {
        InstanceId instance = fresh();

        site().create(instance, workload());
        site().create(instance, workload());
        awaitRunning(instance);
        site().create(instance, workload());

        assertThat(count(instance)).isEqualTo(1);
        assertThat(site().observe(instance)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void unknownInstanceIsAbsent() {
        assertThat(site().observe(fresh())).isEqualTo(new Observation.Absent());
    }

    @Test
    void deletedInstanceIsGoneAndCanBeDeletedAgain() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        site().delete(instance);
        site().delete(instance);
        assertThat(site().observe(instance)).isInstanceOfAny(Observation.Ending.class, Observation.Absent.class);
        awaitAbsent(instance);
        site().delete(instance);

        assertThat(count(instance)).isZero();
    }

    @Test
    void twoInstancesDoNotMix() {
        InstanceId shorter = fresh();
        InstanceId longer = new InstanceId(shorter + "1");
        made.add(longer);
        site().create(longer, workload());
        assertThat(site().observe(shorter)).isEqualTo(new Observation.Absent());

        site().create(shorter, workload());
        awaitRunning(shorter);
        awaitRunning(longer);
        site().delete(shorter);
        awaitAbsent(shorter);

        assertThat(site().observe(longer)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void severalThreadsShareOneAdapter() throws Exception {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Observation> observing = () -> site().observe(instance);
            for (Future<Observation> seen : threads.invokeAll(Collections.nCopies(2 * THREADS, observing))) {
                assertThat(seen.get()).isInstanceOf(Observation.Running.class);
            }
        }
    }

    @Test
    void stoppedInstanceStandsStillUntilItIsStarted() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        site().stop(instance);
        site().stop(instance);
        awaitSeen(instance, Observation.Stopped.class);
        site().start(instance);
        site().start(instance);

        awaitRunning(instance);
        assertThat(count(instance)).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCanNeitherStopNorStartNorGrow() {
        InstanceId unknown = fresh();

        assertRefused(SiteException.Code.NOT_OFFERED, () -> site().stop(unknown));
        assertRefused(SiteException.Code.NOT_OFFERED, () -> site().start(unknown));
        assertRefused(SiteException.Code.NOT_OFFERED, () -> site().resize(unknown, workload()));
    }

    @Test
    void whatCarriesOurMarkIsListedAndCanBeRemoved() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        List<MarkedResource> marked = marked(instance);
        assertThat(marked).isNotEmpty();
        marked.forEach(site()::discard);
        marked.forEach(site()::discard);

        awaitAbsent(instance);
        assertThat(count(instance)).isZero();
        assertThat(marked(instance)).isEmpty();
    }

    @Test
    void resourceWithoutTheMarkItIsNamedByIsLeftAlone() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);
        MarkedResource there = marked(instance).getFirst();

        site().discard(new MarkedResource(there.kind(), there.id(), there.name(), fresh(), there.since()));

        assertThat(site().observe(instance)).isInstanceOf(Observation.Running.class);
    }

    @ParameterizedTest
    @MethodSource("notOffered")
    void whatTheSiteLacksIsNotOffered(Workload lacking) {
        InstanceId instance = fresh();

        assertRefused(SiteException.Code.NOT_OFFERED, () -> site().create(instance, lacking));

        assertThat(count(instance)).isZero();
    }

    @Test
    void wrongSecretIsUnauthorized() {
        Endpoint known = endpoint();
        Site refusing = at(known.with(known.account(), "wrong"));

        assertRefused(SiteException.Code.UNAUTHORIZED, refusing::probe);
        assertRefused(SiteException.Code.UNAUTHORIZED, () -> refusing.create(fresh(), workload()));
    }

    @Test
    void addressWhereNobodyListensIsUnreachable() {
        Endpoint known = endpoint();
        URI silent = URI.create("http://127.0.0.1:" + RunningSimulator.freePort() + "/v3");
        Site absent = adapters.at(technology(), new Endpoint(silent, known.account(), known.secret(), known.region()));

        assertRefused(SiteException.Code.UNREACHABLE, absent::probe);
        assertRefused(SiteException.Code.UNREACHABLE, () -> absent.observe(fresh()));
    }

    /** The adapter for another endpoint. */
    final Site at(Endpoint other) {
        return adapters.at(technology(), other);
    }

    final InstanceId fresh() {
        InstanceId instance = new InstanceId("contract-" + UUID.randomUUID());
        made.add(instance);
        return instance;
    }

    final List<MarkedResource> marked(InstanceId instance) {
        return site().inventory().stream()
                .filter(resource -> resource.instance().equals(instance))
                .toList();
    }

    final void awaitSeen(InstanceId instance, Class<? extends Observation> kind) {
        await().atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(site().observe(instance)).isInstanceOf(kind));
    }

    final void awaitRunning(InstanceId instance) {
        await().atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(site().observe(instance)).isInstanceOf(Observation.Running.class));
    }

    final void awaitAbsent(InstanceId instance) {
        await().atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(site().observe(instance)).isEqualTo(new Observation.Absent()));
    }

    /** A refusal holds the code, and a sentence for people. */
    static void assertRefused(SiteException.Code code, ThrowingCallable call) {
        assertThatExceptionOfType(SiteException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
            assertThat(refusal.getMessage()).matches("(?s)[A-Z].* .*");
        });
    }
}
