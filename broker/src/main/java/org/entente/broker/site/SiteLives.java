package org.entente.broker.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** What engineers do with our sites. Each change is stored with the site's row locked. */
@ApplicationScoped
public class SiteLives {
    private final Sites sites;
    private final Secrets secrets;
    private final RunningThere running;
    private final Event<SiteWanted> wanted;
    private final Event<EndpointLeft> left;
    private final InstantSource clock;

    SiteLives(
            Sites sites,
            Secrets secrets,
            RunningThere running,
            Event<SiteWanted> wanted,
            Event<EndpointLeft> left,
            InstantSource clock) {
        this.sites = sites;
        this.secrets = secrets;
        this.running = running;
        this.wanted = wanted;
        this.left = left;
        this.clock = clock;
    }

    /** Connects a site that is new, or that left before. It is probed before anything of it is advertised. */
    @Transactional
    ConnectedSite connect(NewSite fresh) {
        Optional<SiteEntity> known = sites.lockedRow(fresh.site());
        SiteEntity entity = known.orElseGet(SiteEntity::new);
        if (known.isPresent()) {
            entity.follow(new SiteLife.Event.Connect());
        }
        entity.site = fresh.site().value();
        entity.name = fresh.name();
        entity.technology = fresh.technology().orElse(null);
        entity.address = fresh.endpoint().address().toString();
        entity.region = fresh.endpoint().region();
        entity.authority = fresh.endpoint().authority().orElse(null);
        entity.state = SiteState.CONNECTING;
        state(entity, fresh.place());
        logIn(entity, fresh.endpoint().account(), fresh.endpoint().secret());
        if (known.isEmpty()) {
            sites.persistAndFlush(entity);
        }
        return sites.connected(entity);
    }

    @Transactional
    ConnectedSite drain(SiteId site) {
        return changed(site, entity -> entity.follow(new SiteLife.Event.Drain()));
    }

    /** Brings it back into use, as soon as it was probed. */
    @Transactional
    ConnectedSite comeBack(SiteId site) {
        return changed(site, entity -> {
            entity.follow(new SiteLife.Event.Return());
            soon(entity);
        });
    }

    /** Takes it out for good, where nothing runs there any more, and erases its credentials. */
    @Transactional
    ConnectedSite retire(SiteId site) {
        return changed(site, entity -> {
            long there = running.at(site);
            if (there > 0) {
                throw new ProblemException(
                        SiteProblem.SITE_NOT_EMPTY, site + " still has " + there + " instances; they must end first");
            }
            entity.follow(new SiteLife.Event.Retire());
            left(entity);
            entity.encryptedSecret = null;
            entity.credentialsNumber++;
            entity.capabilities = null;
            entity.seenAt = null;
            entity.outOfReachSince = null;
            entity.troubles = List.of();
        });
    }

    /** Logs in with others from now on, and trusts another authority where one is told. The site is probed at once. */
    @Transactional
    ConnectedSite logIn(SiteId site, String account, String secret, Optional<String> authority) {
        return changed(site, entity -> {
            if (entity.state == SiteState.RETIRED) {
                throw new ProblemException(SiteProblem.SITE_STATE, site + " has left; connect it again");
            }
            left(entity);
            authority.ifPresent(other -> entity.authority = other);
            logIn(entity, account, secret);
        });
    }

    @Transactional
    ConnectedSite probeNow(SiteId site) {
        return changed(site, this::soon);
    }

    /** Has these sites probed, or all of them where none is named. Returns how many. */
    @Transactional
    int probeNow(List<SiteId> some) {
        wanted.fire(new SiteWanted());
        return some.isEmpty()
                ? sites.update("dueAt = ?1 where state <> ?2", clock.instant(), SiteState.RETIRED)
                : sites.update(
                        "dueAt = ?1 where state <> ?2 and site in ?3",
                        clock.instant(),
                        SiteState.RETIRED,
                        some.stream().map(SiteId::value).toList());
    }

    @Transactional
    ConnectedSite locate(SiteId site, Coordinates location) {
        return changed(site, entity -> {
            entity.latitude = location.latitude();
            entity.longitude = location.longitude();
        });
    }

    @Transactional
    ConnectedSite power(SiteId site, BigDecimal gramsCo2PerKwh) {
        return changed(site, entity -> entity.gramsCo2PerKwh = gramsCo2PerKwh);
    }

    private ConnectedSite changed(SiteId site, Consumer<SiteEntity> change) {
        SiteEntity entity = sites.lockedRow(site)
                .orElseThrow(
                        () -> new ProblemException(SiteProblem.SITE_UNKNOWN, "There is no site " + site + " of ours"));
        change.accept(entity);
        return sites.connected(entity);
    }

    private void logIn(SiteEntity entity, String account, String secret) {
        entity.account = account;
        entity.encryptedSecret = secrets.encrypted(new SiteId(entity.site), secret);
        entity.credentialsNumber++;
        soon(entity);
    }

    private void left(SiteEntity entity) {
        left.fire(new EndpointLeft(new Endpoint(URI.create(entity.address), entity.account, "", entity.region)));
    }

    private void soon(SiteEntity entity) {
        entity.dueAt = clock.instant();
        wanted.fire(new SiteWanted());
    }

    private static void state(SiteEntity entity, ConnectedSite.StatedPlace place) {
        entity.country = place.country();
        entity.latitude = place.location().map(Coordinates::latitude).orElse(null);
        entity.longitude = place.location().map(Coordinates::longitude).orElse(null);
        entity.gramsCo2PerKwh = place.gramsCo2PerKwh().orElse(null);
    }
}
