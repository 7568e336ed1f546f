package org.entente.commandline.bootstrap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.entente.commandline.operator.AgreementsClient.AgreementView;
import org.entente.commandline.operator.SitesClient.SiteRequest;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;

/**
 * Brings an agreement into force that opens all of the host operator's sites to the home operator: the host proposes,
 * the home accepts. Where sites were added since, a new version opens those too.
 */
final class AgreementSigning {
    private final Member home;
    private final Member host;
    private final Steps steps;
    private final String agreement;
    private final List<String> zones;

    AgreementSigning(Member home, Member host, Steps steps) {
        this.home = home;
        this.host = host;
        this.steps = steps;
        this.agreement = home.operator().id() + "-at-" + host.operator().id();
        this.zones = host.sites().stream().map(SiteRequest::site).toList();
    }

    void sign() {
        steps.run("Sign the agreement " + agreement, () -> {
            boolean settled = has(host, this::isSettled) && has(home, this::isSettled);
            if (!settled) {
                negotiate();
            }
            int version = await(host, "signed", this::isSettled).version();
            await(home, "signed", this::isSettled);
            return new Outcome<>(
                    agreement,
                    "version " + version + " is signed by both and opens " + String.join(", ", zones)
                            + (settled ? " (nothing to do)" : ""));
        });
    }

    private void negotiate() {
        if (!has(host, this::opensAll)) {
            propose();
        }
        AgreementView received = await(home, "received", this::opensAll);
        if (received.awaitsAcceptance()) {
            home.engineer().agreements().accept(agreement);
        }
    }

    private void propose() {
        Collection<String> all = new TreeSet<>(zones);
        versions(host).forEach(version -> all.addAll(version.zones()));
        Instant now = host.engineer().clock().now();
        String customer = home.operator().id();
        host.engineer()
                .agreements()
                .propose(
                        has(host, AgreementView::isSigned)
                                ? AgreementPlan.amendment(agreement, customer, List.copyOf(all), now)
                                : AgreementPlan.first(agreement, customer, List.copyOf(all), now));
    }

    private AgreementView await(Member member, String what, Predicate<AgreementView> wanted) {
        String expected = "the agreement " + agreement + " with all sites to be " + what + " at " + member.name();
        return steps.await(expected, () -> {
            List<AgreementView> versions = versions(member);
            return versions.stream()
                    .filter(wanted)
                    .reduce((earlier, later) -> later)
                    .<Look<AgreementView>>map(Look.Seen::new)
                    .orElseGet(() -> new Look.NotYet<>(member.name() + " has " + shown(versions)));
        });
    }

    private static String shown(List<AgreementView> versions) {
        if (versions.isEmpty()) {
            return "no version of it";
        }
        AgreementView last = versions.getLast();
        return "version " + last.version() + ", which is " + last.state() + " and opens "
                + String.join(", ", last.zones())
                + (last.waitsFor().isEmpty() ? "" : "; " + last.waitsFor());
    }

    private boolean has(Member member, Predicate<AgreementView> wanted) {
        return versions(member).stream().anyMatch(wanted);
    }

    private boolean isSettled(AgreementView version) {
        return version.isSigned() && opensAll(version);
    }

    private boolean opensAll(AgreementView version) {
        return version.zones().containsAll(zones);
    }

    private List<AgreementView> versions(Member member) {
        return member.engineer().agreements().all().stream()
                .filter(view -> view.agreement().equals(agreement))
                .toList();
    }
}
