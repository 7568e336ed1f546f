package org.entente.simulator.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All sites of this process. A site comes into being when it is first named. Everything is kept in memory: a simulator
 * that ends forgets all that its sites ran, as if every datacentre had burnt down.
 */
@ApplicationScoped
public class SimulatedSites {
    private final SimulatorConfig config;
    private final Map<String, SimulatedSite> sites = new ConcurrentHashMap<>();

    public SimulatedSites(SimulatorConfig config) {
        this.config = config;
    }

    /** Absent for what is not a site's name (a lower-case DNS label of at most 64 characters), or when there are too many. */
    public Optional<SimulatedSite> named(String name) {
        SimulatedSite known = sites.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!SimulatedSite.isName(name) || sites.size() >= config.sitesMax()) {
            return Optional.empty();
        }
        return Optional.of(sites.computeIfAbsent(name, fresh -> new SimulatedSite(fresh, calm())));
    }

    /** The names of the sites so far, in order. */
    public List<String> names() {
        return sites.keySet().stream().sorted().toList();
    }

    /** What a site starts with. */
    public Switches calm() {
        return Switches.calm(config.delayMillis(), config.answerDelayMillis());
    }
}
