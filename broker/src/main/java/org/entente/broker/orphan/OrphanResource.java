package org.entente.broker.orphan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** The orphans at a site of ours, for operator engineers, as the latest sweep saw them. */
@Path("/api/v1/sites/{site}/orphans")
@RolesAllowed("engineer")
public class OrphanResource {
    private final Orphans orphans;
    private final InstantSource clock;

    OrphanResource(Orphans orphans, InstantSource clock) {
        this.orphans = orphans;
        this.clock = clock;
    }

    /**
     * Something that no instance of ours needs.
     *
     * @param state {@code found}, or {@code removing} once somebody asked for that
     * @param because why it is taken for an orphan
     * @param reason why it could not be removed yet
     */
    public record OrphanView(
            UUID orphan,
            String kind,
            String resource,
            String name,
            String instance,
            Optional<Instant> since,
            Instant foundAt,
            String state,
            String because,
            Optional<String> reason) {
        static OrphanView of(OrphanEntity entity) {
            return new OrphanView(
                    entity.orphan,
                    entity.kind,
                    entity.resource,
                    entity.name,
                    entity.instance,
                    Optional.ofNullable(entity.since),
                    entity.foundAt,
                    entity.state.name().toLowerCase(Locale.ROOT),
                    entity.because,
                    Optional.ofNullable(entity.reason));
        }
    }

    /** A site's orphans, at most a thousand. */
    public record OrphansView(List<OrphanView> orphans) {}

    @GET
    public OrphansView list(@PathParam("site") SiteId site) {
        return new OrphansView(orphans.at(site).stream().map(OrphanView::of).toList());
    }

    /** Has one removed; it is listed until a sweep saw that it is gone. Asking again changes nothing. */
    @DELETE
    @Path("/{orphan}")
    public Response remove(@PathParam("site") SiteId site, @PathParam("orphan") UUID orphan) {
        if (!orphans.remove(site, orphan, clock.instant())) {
            throw new ProblemException(OrphanProblem.NO_SUCH_ORPHAN, "There is no orphan " + orphan + " at " + site);
        }
        return Response.accepted().build();
    }
}
