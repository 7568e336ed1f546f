package org.entente.broker.site;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is set up at a fake site. It keeps the promises of {@link SiteAdministration}. */
public final class FakeAdministration implements SiteAdministration {
    private final Map<String, Object> there = new ConcurrentHashMap<>();
    private final FakeImages images;
    private final Calls calls;
    private final AtomicInteger changes = new AtomicInteger();

    /** Lets a call be answered as the site is now: not at all, or with a failure. */
    interface Calls {
        Ensured called(Supplier<Ensured> call);
    }

    FakeAdministration(FakeImages images, Calls calls) {
        this.images = images;
        this.calls = calls;
    }

    /** How often something was made or changed. */
    public int changes() {
        return changes.get();
    }

    /** What is there under a kind and a name. */
    public Optional<Object> known(String kind, String name) {
        return Optional.ofNullable(there.get(kind + " " + name));
    }

    @Override
    public Ensured ensureFlavour(WantedFlavour flavour) {
        return calls.called(() -> kept("flavour " + flavour.name(), flavour));
    }

    @Override
    public Ensured ensureKey(WantedKey key) {
        return calls.called(() -> kept("key " + key.name(), key));
    }

    @Override
    public Ensured ensureQuota(WantedQuota quota) {
        return calls.called(() -> {
            Object before = there.put("quota", quota);
            if (quota.equals(before)) {
                return new Ensured.Unchanged();
            }
            changes.incrementAndGet();
            return new Ensured.Changed(String.valueOf(before));
        });
    }

    @Override
    public Ensured ensureImageName(String name, String sha256) {
        return calls.called(() -> {
            if (images.named(name).isPresent()) {
                return new Ensured.Unchanged();
            }
            images.rename(sha256, name);
            changes.incrementAndGet();
            return new Ensured.Made();
        });
    }

    private Ensured kept(String what, Object wanted) {
        Object before = there.putIfAbsent(what, wanted);
        if (before == null) {
            changes.incrementAndGet();
            return new Ensured.Made();
        }
        return before.equals(wanted)
                ? new Ensured.Unchanged()
                : new Ensured.Differs("The site has another " + what + ".");
    }
}
