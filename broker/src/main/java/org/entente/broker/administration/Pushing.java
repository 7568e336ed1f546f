package org.entente.broker.administration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.entente.broker.administration.PushTargets.Attempt;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Probes;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteAdministration.Ensured;
import org.entente.broker.site.SiteConnections;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteState;
import org.entente.broker.site.Sites;

/** One attempt to bring what was pushed to one site. Calls the site outside any transaction. */
@ApplicationScoped
class Pushing {
    private final Sites sites;
    private final SiteConnections connections;
    private final Probes probes;
    private final Pushes pushes;
    private final ImagePushing images;
    private final PushConfig config;

    Pushing(
            Sites sites,
            SiteConnections connections,
            Probes probes,
            Pushes pushes,
            ImagePushing images,
            PushConfig config) {
        this.sites = sites;
        this.connections = connections;
        this.probes = probes;
        this.pushes = pushes;
        this.images = images;
        this.config = config;
    }

    PushResult attempt(Attempt attempt) {
        ConnectedSite site = sites.find(attempt.site()).orElseThrow();
        Optional<PushResult> instead = withoutAsking(site);
        if (instead.isPresent()) {
            return instead.get();
        }
        try {
            PushResult result = asked(attempt, connections.at(site.technology(), site.endpoint()));
            if (result instanceof PushResult.Done done && done.change() != PushChange.UNCHANGED) {
                probes.want(site.site());
            }
            return result;
        } catch (SiteException failed) {
            String sentence = String.valueOf(failed.getMessage());
            return failed.isPassing()
                    ? new PushResult.Waiting(failed.code().name(), sentence, config.retryAfter())
                    : new PushResult.Refused(failed.code().name(), sentence);
        }
    }

    /** Nobody calls a site that its latest probe did not reach. */
    private Optional<PushResult> withoutAsking(ConnectedSite site) {
        if (site.state() == SiteState.RETIRED) {
            return Optional.of(new PushResult.Refused("SITE_STATE", "The site has left."));
        }
        if (site.outOfReachSince().isPresent()) {
            return Optional.of(new PushResult.Waiting(
                    SiteException.Code.UNREACHABLE.name(),
                    "The site is out of reach since " + site.outOfReachSince().get() + ".",
                    config.outOfReachAfter()));
        }
        return site.knownTechnology().isPresent()
                ? Optional.empty()
                : Optional.of(new PushResult.Waiting(
                        "SITE_STATE",
                        "The site was never probed, so it is not known what it runs.",
                        config.retryAfter()));
    }

    private PushResult asked(Attempt attempt, Site site) {
        PushContent content = pushes.content(attempt.push());
        SiteAdministration administration = site.administration()
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED,
                        "The site has nothing to set up: no " + word(content) + " can be made through its API."));
        return switch (content) {
            case PushContent.Flavour flavour -> result(content, administration.ensureFlavour(flavour.wanted()));
            case PushContent.Key key -> result(content, administration.ensureKey(key.wanted()));
            case PushContent.Quota quota -> result(content, administration.ensureQuota(quota.wanted()));
            case PushContent.Image image ->
                images.attempt(attempt, image, site)
                        .orElseGet(() -> result(content, images.named(attempt, image, administration)));
        };
    }

    private static PushResult result(PushContent content, Ensured ensured) {
        String what = ("The " + word(content) + " " + content.name()).strip();
        return switch (ensured) {
            case Ensured.Made made -> new PushResult.Done(PushChange.MADE, what + " was made.");
            case Ensured.Changed changed ->
                new PushResult.Done(PushChange.CHANGED, what + " was changed; it was " + changed.before() + ".");
            case Ensured.Unchanged unchanged -> new PushResult.Done(PushChange.UNCHANGED, what + " was there already.");
            case Ensured.Differs differs -> new PushResult.Refused("DIFFERS", differs.sentence());
        };
    }

    private static String word(PushContent content) {
        return content.kind().name().toLowerCase(Locale.ROOT);
    }
}
