package org.entente.broker.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.problem.ProblemException;

/** Connecting our own sites, for operator engineers. Credentials go in and never come out. */
@Path("/api/v1/sites")
@RolesAllowed("engineer")
public class SiteResource {
    private final Sites sites;
    private final InstantSource clock;

    SiteResource(Sites sites, InstantSource clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** A site to connect. See {@link Endpoint} for what account and secret mean. */
    public record ConnectionRequest(
            @NotNull SiteId site,
            @NotBlank @Size(max = 200) String name,
            @NotNull Technology technology,
            @NotNull URI address,
            @NotBlank String account,
            @NotBlank String secret,
            Optional<String> region,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

    /** A site that is being connected. */
    public record ConnectionView(String site, String name, String state) {}

    @POST
    @Idempotent
    public Response connect(@Valid @NotNull ConnectionRequest request) {
        Endpoint endpoint = new Endpoint(
                request.address(),
                request.account(),
                request.secret(),
                request.region().orElse(""));
        if (sites.find(request.site()).isPresent()) {
            throw new ProblemException(
                    SiteProblem.SITE_EXISTS, "There is a site called " + request.site() + " already");
        }
        sites.connect(
                new ConnectedSite(
                        request.site(),
                        request.name(),
                        request.country(),
                        request.technology(),
                        endpoint,
                        SiteState.CONNECTING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                clock.instant());
        return Response.status(Response.Status.CREATED)
                .entity(new ConnectionView(
                        request.site().value(),
                        request.name(),
                        SiteState.CONNECTING.name().toLowerCase(Locale.ROOT)))
                .build();
    }
}
