package org.entente.broker.site;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/** Alba's sites in tests: real rows, with a fake behind each. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeSites implements SiteConnections {
    private final Map<URI, FakeSite> fakes = new ConcurrentHashMap<>();
    private final SiteLives lives;
    private final Probes probes;

    FakeSites(SiteLives lives, Probes probes) {
        this.lives = lives;
        this.probes = probes;
    }

    /** A site that was connected and probed. */
    public FakeSite available(SiteId site, int vcpu, int memoryGib) {
        URI address = URI.create("http://" + site + ".invalid");
        FakeSite fake = at(address);
        fake.becomes(FakeSite.capabilities(vcpu, memoryGib));
        Endpoint endpoint = new Endpoint(address, "entente@entente", "secret", "");
        ConnectedSite connected = lives.connect(new NewSite(
                site, site.value(), ConnectedSite.StatedPlace.in("FR"), Optional.of(Technology.OPENSTACK), endpoint));
        probes.answered(
                connected,
                new Probes.Answer.Seen(Technology.OPENSTACK, FakeSite.capabilities(vcpu, memoryGib), Duration.ZERO));
        return fake;
    }

    /** Something answers at this address from now on. */
    FakeSite at(URI address) {
        FakeSite fake = new FakeSite();
        fakes.put(address, fake);
        return fake;
    }

    @Override
    public Site at(Technology technology, Endpoint endpoint) {
        return Optional.ofNullable(fakes.get(endpoint.address())).orElseThrow();
    }

    @Override
    public Recognition recognise(Endpoint endpoint) {
        return fakes.containsKey(endpoint.address())
                ? new Recognition.Recognised(Technology.OPENSTACK)
                : new Recognition.NoSite("Nothing that a test put there answers at " + endpoint.address());
    }

    @Override
    public void leave(Endpoint endpoint) {
        // A fake keeps nothing open.
    }
}
