package org.entente.broker.site;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.time.InstantSource;
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
    private final Sites sites;
    private final InstantSource clock;

    FakeSites(Sites sites, InstantSource clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** A site that was connected and probed. */
    public FakeSite available(SiteId site, int vcpu, int memoryGib) {
        URI address = URI.create("http://" + site + ".invalid");
        FakeSite fake = new FakeSite();
        fakes.put(address, fake);
        sites.connect(
                new ConnectedSite(
                        site,
                        site.value(),
                        "FR",
                        Technology.OPENSTACK,
                        new Endpoint(address, "entente@entente", "secret", ""),
                        SiteState.CONNECTING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                clock.instant());
        sites.probed(site, FakeSite.capabilities(vcpu, memoryGib), clock.instant(), clock.instant());
        return fake;
    }

    @Override
    public Site at(Technology technology, Endpoint endpoint) {
        return Optional.ofNullable(fakes.get(endpoint.address())).orElseThrow();
    }
}
