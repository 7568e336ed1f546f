package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.jspecify.annotations.Nullable;

/** A site in memory that keeps the promises of {@link Site}, with a switch for each accident that a test needs. */
public final class FakeSite implements Site {
    public static final String IMAGE = "cirros";
    public static final String FLAVOUR = "m1.small";

    private static final String ADDRESS = "10.0.0.7";

    private final Map<InstanceId, Observation> there = new ConcurrentHashMap<>();
    private final Map<InstanceId, Workload> sizes = new ConcurrentHashMap<>();
    private final FakeImages images = new FakeImages();
    private final FakeAdministration administration = new FakeAdministration(images, call -> called(call::get));
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger creations = new AtomicInteger();
    private final AtomicInteger observations = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private volatile @Nullable SiteException trouble;
    private volatile @Nullable RuntimeException lostAnswer;
    private volatile SiteCapabilities capabilities = capabilities(100, 400);
    private volatile boolean slow;
    private volatile @Nullable CountDownLatch gate;

    /** From now on every call fails like this. */
    public void fails(SiteException.Code code, String sentence) {
        trouble = new SiteException(code, sentence);
    }

    /** From now on the site answers again. */
    public void recovers() {
        trouble = null;
    }

    /** The next creation happens, but its caller gets this instead of an answer. */
    public void losesNextAnswer(RuntimeException instead) {
        lostAnswer = instead;
    }

    /** From now on a probe sees this. */
    public void becomes(SiteCapabilities changed) {
        capabilities = changed;
    }

    /** What is made from now on is being built until it is finished. */
    public void buildsSlowly() {
        slow = true;
    }

    /** Everything that is being built runs now. */
    public void finishesBuilding() {
        there.replaceAll((id, seen) -> seen instanceof Observation.Building ? running() : seen);
    }

    /** From now on no call returns until the site lets go. */
    public void hangs() {
        gate = new CountDownLatch(1);
    }

    public void letsGo() {
        CountDownLatch held = gate;
        gate = null;
        if (held != null) {
            held.countDown();
        }
    }

    /** Somebody ended the instance behind our back. */
    public void loses(InstanceId instance) {
        there.remove(instance);
    }

    public void givesUpOn(InstanceId instance, String reason) {
        there.put(instance, new Observation.Failed(reason));
    }

    /** How many instances were ever made here. */
    public int made() {
        return made.get();
    }

    /** How often the site was asked to make one. */
    public int creations() {
        return creations.get();
    }

    /** How often the site was asked for one. */
    public int observations() {
        return observations.get();
    }

    /** How many instances are here now. */
    public int holds() {
        return there.size();
    }

    /** How many calls are under way. */
    public int callsNow() {
        return atWork.get();
    }

    /** The most calls that were ever under way at once. */
    public int mostCallsAtOnce() {
        return mostAtWork.get();
    }

    @Override
    public SiteCapabilities probe() {
        return called(() -> capabilities);
    }

    @Override
    public void create(InstanceId instance, Workload workload) {
        creations.incrementAndGet();
        called(() -> {
            if (workload instanceof Workload.VirtualMachine machine
                    && !machine.flavour().equals(FLAVOUR)) {
                throw new SiteException(SiteException.Code.NOT_OFFERED, "There is no flavour " + machine.flavour());
            }
            Observation fresh = slow ? new Observation.Building() : running();
            if (there.putIfAbsent(instance, fresh) == null) {
                made.incrementAndGet();
                sizes.put(instance, workload);
            }
            RuntimeException instead = lostAnswer;
            lostAnswer = null;
            if (instead != null) {
                throw instead;
            }
            return fresh;
        });
    }

    @Override
    public Observation observe(InstanceId instance) {
        observations.incrementAndGet();
        return called(() -> there.getOrDefault(instance, new Observation.Absent()));
    }

    @Override
    public void delete(InstanceId instance) {
        called(() -> Optional.ofNullable(there.remove(instance)));
    }

    @Override
    public void stop(InstanceId instance) {
        called(() -> changed(instance, new Observation.Stopped(Optional.of(ADDRESS))));
    }

    @Override
    public void start(InstanceId instance) {
        called(() -> changed(instance, running()));
    }

    @Override
    public boolean resize(InstanceId instance, Workload workload) {
        return called(() -> {
            there(instance);
            Workload before = sizes.put(instance, workload);
            return workload.equals(before);
        });
    }

    /** Its images. */
    public FakeImages fakeImages() {
        return images;
    }

    @Override
    public Optional<SiteImages> images() {
        return Optional.of(images);
    }

    /** What is set up here. */
    public FakeAdministration fakeAdministration() {
        return administration;
    }

    @Override
    public Optional<SiteAdministration> administration() {
        return Optional.of(administration);
    }

    @Override
    public List<MarkedResource> inventory() {
        return called(() -> there.keySet().stream()
                .map(id -> new MarkedResource("server", "id-" + id, "entente-" + id, id, Optional.empty()))
                .toList());
    }

    @Override
    public void discard(MarkedResource resource) {
        delete(resource.instance());
    }

    private Observation changed(InstanceId instance, Observation to) {
        there(instance);
        there.put(instance, to);
        return to;
    }

    private Observation there(InstanceId instance) {
        Observation seen = there.get(instance);
        if (seen == null) {
            throw new SiteException(SiteException.Code.NOT_OFFERED, "There is no instance " + instance);
        }
        return seen;
    }

    static SiteCapabilities capabilities(int vcpu, int memoryGib) {
        Amounts total = Amounts.of(BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib));
        return SiteCapabilities.bare(Technology.OPENSTACK, "2.96")
                .having(
                        List.of(new SiteCapabilities.Flavour(
                                FLAVOUR, BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("20"))),
                        SiteCapabilities.Images.named(List.of(IMAGE)),
                        new SiteCapabilities.Capacity(total, Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));
    }

    private interface Call<T> {
        T answer();
    }

    private <T> T called(Call<T> call) {
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        try {
            CountDownLatch held = gate;
            if (held != null) {
                held.await();
            }
            SiteException failing = trouble;
            if (failing != null) {
                throw failing;
            }
            return call.answer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SiteException(SiteException.Code.UNREACHABLE, "The call was stopped", stopped);
        } finally {
            atWork.decrementAndGet();
        }
    }

    private static Observation running() {
        return new Observation.Running(Optional.of(ADDRESS));
    }
}
