package org.entente.broker.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.MovableClock;

/** The probes of our sites, made when a test says so, with the clock moved by the test. */
@ApplicationScoped
public class Probing {
    private final Sites sites;
    private final Probes probes;
    private final FakeSites fakes;
    private final SiteConfig config;
    private final MovableClock clock;

    Probing(Sites sites, Probes probes, FakeSites fakes, SiteConfig config, MovableClock clock) {
        this.sites = sites;
        this.probes = probes;
        this.fakes = fakes;
        this.config = config;
        this.clock = clock;
    }

    /** Something answers at this address from now on. */
    FakeSite fake(URI address) {
        return fakes.at(address);
    }

    ProbeJob job(ExecutorService threads) {
        return new ProbeJob(probes, fakes, config, threads);
    }

    /** All probes that are due now, one after the other. */
    public void run() {
        job(new HereAndNow()).tick();
    }

    /** Time passes until every site is due again; then all are probed. */
    public void again() {
        clock.forward(config.probeEvery().plus(Duration.ofSeconds(1)));
        run();
    }

    /** A probe of a site as it stood when it was asked is answered only now. */
    void answered(ConnectedSite asked) {
        probes.answered(
                asked, new Probes.Answer.Seen(Technology.OPENSTACK, FakeSite.capabilities(100, 400), Duration.ZERO));
    }

    public ConnectedSite site(SiteId site) {
        return sites.find(site).orElseThrow();
    }
}
