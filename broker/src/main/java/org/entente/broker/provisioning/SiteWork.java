package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.broker.image.ImageSupply;
import org.entente.broker.order.InstanceState;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Probes;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteConnections;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Sites;

/**
 * Asks a site of ours for one instance, outside any transaction, and has the answer stored. The intent was stored before:
 * a crash at any line is followed by another look, which finds what was made.
 */
@ApplicationScoped
public class SiteWork {
    private final Sites sites;
    private final SiteConnections connections;
    private final ImageSupply images;
    private final Probes probes;
    private final Progress progress;
    private final Lost lost;
    private final InstantSource clock;

    SiteWork(
            Sites sites,
            SiteConnections connections,
            ImageSupply images,
            Probes probes,
            Progress progress,
            Lost lost,
            InstantSource clock) {
        this.sites = sites;
        this.connections = connections;
        this.images = images;
        this.probes = probes;
        this.progress = progress;
        this.lost = lost;
        this.clock = clock;
    }

    void perform(Task.OnSite task) {
        ConnectedSite connected = sites.find(task.site()).orElseThrow();
        if (connected.outOfReachSince().isPresent()) {
            cutOff(task, connected);
            return;
        }
        try {
            Site site = connections.at(connected.technology(), connected.endpoint());
            switch (task.state()) {
                case STARTING -> start(task, site);
                case ACTIVE -> watch(task, site);
                case ENDING, FAILED -> end(task, site);
                case PLANNED, ENDED -> throw new IllegalStateException("Nothing is due for " + task);
            }
        } catch (SiteException failed) {
            failed(task, failed);
        }
    }

    private void start(Task.OnSite task, Site site) {
        Observation seen = site.observe(task.instance());
        if (!(seen instanceof Observation.Absent)) {
            started(task, seen);
            return;
        }
        switch (images.of(task.instance(), task.site(), task.workload())) {
            case ImageSupply.Supply.Ready ready -> {
                site.create(task.instance(), ready.workload());
                started(task, site.observe(task.instance()));
            }
            case ImageSupply.Supply.Waiting waiting -> waitForSiteOrGiveUp(task, waiting.reason());
            case ImageSupply.Supply.Refused refused -> progress.failed(task.instance(), refused.reason());
        }
    }

    private void started(Task.OnSite task, Observation seen) {
        switch (seen) {
            case Observation.Running running -> progress.started(task.instance(), running.address());
            case Observation.Stopped stopped -> progress.started(task.instance(), stopped.address());
            case Observation.Failed failed -> progress.failed(task.instance(), failed.reason());
            case Observation.Absent absent -> progress.waits(task.instance(), task.state());
            case Observation.Building building -> waitOrGiveUp(task, "It was still being made");
            case Observation.Ending ending -> progress.waits(task.instance(), task.state());
        }
    }

    private void watch(Task.OnSite task, Site site) {
        switch (site.observe(task.instance())) {
            // What stands still keeps what it was given, and that is what is paid for.
            case Observation.Running running -> progress.seen(task.instance());
            case Observation.Stopped stopped -> progress.seen(task.instance());
            case Observation.Building building -> progress.waits(task.instance(), task.state());
            case Observation.Failed failed -> progress.failed(task.instance(), failed.reason());
            case Observation.Absent absent -> lost.missing(task.instance(), "The site does not know it any more");
            case Observation.Ending ending -> progress.failed(task.instance(), "The site is ending it");
        }
    }

    private void end(Task.OnSite task, Site site) {
        site.delete(task.instance());
        if (site.observe(task.instance()) instanceof Observation.Absent) {
            // What belongs to it can be removed only once it is gone itself.
            site.delete(task.instance());
            progress.gone(task.instance());
        } else {
            progress.waits(task.instance(), task.state());
        }
    }

    private void failed(Task.OnSite task, SiteException failed) {
        String reason = task.site() + ": " + failed.code() + ": " + failed.getMessage();
        if (task.state() != InstanceState.STARTING) {
            progress.waitsForSite(task.instance(), task.state(), reason);
        } else if (failed.isPassing()) {
            waitForSiteOrGiveUp(task, reason);
        } else {
            progress.failed(task.instance(), reason);
            probes.want(task.site());
        }
    }

    /** Nobody calls a site that its probes do not reach: what is asked of it waits, with a deadline where there is one. */
    private void cutOff(Task.OnSite task, ConnectedSite site) {
        String reason = site.site() + " has not answered since "
                + site.outOfReachSince().orElseThrow() + ": "
                + site.reason().orElse("nobody knows why");
        if (task.state() == InstanceState.STARTING && !clock.instant().isBefore(task.deadline())) {
            progress.failed(task.instance(), reason);
        } else {
            progress.waitsForReturn(task.instance(), task.state(), reason);
        }
    }

    private void waitOrGiveUp(Task.OnSite task, String reason) {
        if (clock.instant().isBefore(task.deadline())) {
            progress.waits(task.instance(), task.state());
        } else {
            progress.failed(task.instance(), reason + " at the order's deadline");
        }
    }

    private void waitForSiteOrGiveUp(Task.OnSite task, String reason) {
        if (clock.instant().isBefore(task.deadline())) {
            progress.waitsForSite(task.instance(), task.state(), reason);
        } else {
            progress.failed(task.instance(), reason);
        }
    }
}
