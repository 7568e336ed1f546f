package org.entente.commandline.bootstrap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Installation.LabEntry;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.SitesClient.SiteRequest;
import org.entente.commandline.progress.Steps;

/**
 * The two operators of the story, Alba and Boreal, and their sites: on the simulator, and one of Boreal's on the lab
 * where there is one.
 */
public final class Pair {
    public static final String ALBA = "alba";
    public static final String BOREAL = "boreal";
    /** Boreal's site on the lab. */
    public static final String LAB_SITE = "boreal-lab";

    private static final String SIMULATOR_ACCOUNT = "simulator@simulator";
    private static final String SIMULATOR_SECRET = "simulator";
    private static final String KUBERNETES_ACCOUNT = "entente";
    private static final String ONLY_REGION = "";

    private Pair() {}

    /**
     * What makes this installation's pair ready.
     *
     * @param lab the real OpenStack that Boreal shall have as one more site, if any
     */
    public static Bootstrap bootstrap(Installation installation, Optional<LabEntry> lab, HttpCalls http, Steps steps) {
        List<SiteRequest> borealSites = new ArrayList<>(borealSites(installation));
        lab.map(Pair::onLab).ifPresent(borealSites::add);
        return new Bootstrap(
                member(installation, ALBA, albaSites(installation), http),
                member(installation, BOREAL, borealSites, http),
                http,
                steps);
    }

    private static Member member(Installation installation, String id, List<SiteRequest> sites, HttpCalls http) {
        return new Member(installation.operator(id).api(Role.ENGINEER, http), sites);
    }

    private static List<SiteRequest> albaSites(Installation installation) {
        URI simulator = installation.simulator().url();
        return List.of(
                openStack(simulator, "alba-paris", "Alba Paris", "FR"),
                kubernetes(simulator, "alba-lyon", "Alba Lyon", "FR"));
    }

    private static List<SiteRequest> borealSites(Installation installation) {
        URI simulator = installation.simulator().url();
        return List.of(
                openStack(simulator, "boreal-oslo", "Boreal Oslo", "NO"),
                openStack(simulator, "boreal-bergen", "Boreal Bergen", "NO"),
                kubernetes(simulator, "boreal-tromso", "Boreal Tromsø", "NO"));
    }

    private static SiteRequest openStack(URI simulator, String site, String name, String country) {
        URI keystone = URI.create(simulator + "/openstack/" + site + "/identity/v3");
        return new SiteRequest(
                site, name, "OPENSTACK", keystone, SIMULATOR_ACCOUNT, SIMULATOR_SECRET, ONLY_REGION, country);
    }

    private static SiteRequest kubernetes(URI simulator, String site, String name, String country) {
        URI server = URI.create(simulator + "/kubernetes/" + site);
        return new SiteRequest(
                site, name, "KUBERNETES", server, KUBERNETES_ACCOUNT, SIMULATOR_SECRET, ONLY_REGION, country);
    }

    private static SiteRequest onLab(LabEntry lab) {
        return new SiteRequest(
                LAB_SITE, "Boreal Lab", "OPENSTACK", lab.keystone(), lab.account(), lab.secret(), ONLY_REGION, "NO");
    }
}
