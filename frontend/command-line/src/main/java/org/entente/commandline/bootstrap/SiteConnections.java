package org.entente.commandline.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.commandline.operator.SitesClient.SiteRequest;
import org.entente.commandline.operator.SitesClient.SiteView;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;

/** Connects an operator's sites, and waits until they can be ordered at. */
final class SiteConnections {
    private final Steps steps;

    SiteConnections(Steps steps) {
        this.steps = steps;
    }

    void connect(Member member) {
        steps.run("Connect the sites of " + member.name(), () -> {
            String self = member.operator().id();
            Map<String, SiteView> known = sites(member, self);
            List<SiteRequest> missing = member.sites().stream()
                    .filter(site -> !known.containsKey(site.site()))
                    .toList();
            missing.forEach(member.engineer().sites()::connect);
            List<String> wanted = member.sites().stream().map(SiteRequest::site).toList();
            awaitAvailable(member, self, wanted);
            return new Outcome<>(
                    missing.size(),
                    String.join(", ", wanted) + (missing.isEmpty() ? " (nothing to do)" : " can be ordered at"));
        });
    }

    /** Waits until the viewer's customers can order at all of the owner's sites. */
    void awaitOffers(Member viewer, Member owner) {
        steps.run("Wait until " + viewer.name() + " sees the offers of " + owner.name(), () -> {
            List<String> wanted = owner.sites().stream().map(SiteRequest::site).toList();
            awaitAvailable(viewer, owner.operator().id(), wanted);
            return new Outcome<>(wanted.size(), String.join(", ", wanted));
        });
    }

    private void awaitAvailable(Member viewer, String owner, List<String> wanted) {
        steps.await("the sites " + String.join(", ", wanted) + " to be available at " + viewer.name(), () -> {
            Map<String, SiteView> seen = sites(viewer, owner);
            return wanted.stream()
                    .filter(site -> !seen.containsKey(site) || !seen.get(site).isAvailable())
                    .findFirst()
                    .<Look<Integer>>map(site -> new Look.NotYet<>(stateOf(site, seen)))
                    .orElseGet(() -> new Look.Seen<>(wanted.size()));
        });
    }

    private static String stateOf(String site, Map<String, SiteView> seen) {
        SiteView view = seen.get(site);
        if (view == null) {
            return site + " is not listed";
        }
        return site + " is " + view.state()
                + view.reason().map(why -> ": " + why).orElse("");
    }

    private static Map<String, SiteView> sites(Member viewer, String owner) {
        return viewer.engineer().sites().all().stream()
                .filter(site -> site.operator().equals(owner))
                .collect(Collectors.toMap(SiteView::site, Function.identity()));
    }
}
