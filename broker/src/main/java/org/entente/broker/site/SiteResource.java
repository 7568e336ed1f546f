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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.problem.ProblemException;

/** Connecting our own sites, for operator engineers. Credentials go in and never come out. */
@Path("/api/v1/sites")
@RolesAllowed("engineer")
public class SiteResource {
    static final int AUTHORITY_LENGTH_MAX = 100_000;
    private static final int ADDRESS_LENGTH_MAX = 2000;

    private final SiteLives lives;
    private final InstantSource clock;

    SiteResource(SiteLives lives, InstantSource clock) {
        this.lives = lives;
        this.clock = clock;
    }

    /**
     * A site to connect. See {@link Endpoint} for what account, secret and authority mean.
     *
     * @param technology may be left out: then the endpoint is asked
     */
    public record ConnectionRequest(
            @NotNull SiteId site,
            @NotBlank @Size(max = 200) String name,
            Optional<Technology> technology,
            @NotNull URI address,
            @NotBlank @Size(max = 255) String account,
            @NotBlank @Size(max = 10_000) String secret,
            Optional<@Size(max = 255) String> region,
            Optional<@Size(max = AUTHORITY_LENGTH_MAX) String> authority,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            Optional<LocationRequest> location,
            Optional<BigDecimal> gramsCo2PerKwh) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "ConnectionRequest[" + site + ", " + address + "]";
        }
    }

    /** Where a site stands, in degrees of WGS 84. */
    public record LocationRequest(
            @NotNull BigDecimal latitude, @NotNull BigDecimal longitude) {
        Coordinates coordinates() {
            try {
                return new Coordinates(latitude, longitude);
            } catch (IllegalArgumentException outside) {
                throw new ProblemException(SiteProblem.SITE_FACT, String.valueOf(outside.getMessage()), outside);
            }
        }
    }

    @POST
    @Idempotent
    public Response connect(@Valid @NotNull ConnectionRequest request) {
        Endpoint endpoint = new Endpoint(
                checked(request.address()),
                request.account(),
                request.secret(),
                request.region().orElse(""),
                checked(request.authority()));
        ConnectedSite connected = lives.connect(new NewSite(
                request.site(),
                request.name(),
                new ConnectedSite.StatedPlace(
                        request.country(),
                        request.location().map(LocationRequest::coordinates),
                        request.gramsCo2PerKwh().map(SiteLifeResource::grams)),
                request.technology(),
                endpoint));
        return Response.status(Response.Status.CREATED)
                .entity(OwnSiteView.of(connected))
                .build();
    }

    /** Sites to be probed now. */
    public record ProbesRequest(@NotNull @Size(max = 10_000) List<SiteId> sites) {}

    /**
     * What was asked for.
     *
     * @param askedAt the probes begin after that
     */
    public record ProbesView(int sites, Instant askedAt) {}

    /** Has the named sites probed now, or all of them where none is named. */
    @POST
    @Path("/probes")
    @Idempotent
    public Response probe(@Valid @NotNull ProbesRequest request) {
        Instant now = clock.instant();
        return Response.accepted(new ProbesView(lives.probeNow(request.sites()), now))
                .build();
    }

    static Optional<String> checked(Optional<String> authority) {
        try {
            authority.ifPresent(Authority::of);
            return authority;
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(SiteProblem.SITE_AUTHORITY, String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** A user's name and password have no place in an address, where they would be shown. */
    private static URI checked(URI address) {
        boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!http
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.toString().length() > ADDRESS_LENGTH_MAX) {
            throw new ProblemException(
                    SiteProblem.SITE_ADDRESS,
                    "A site's address is a http or https URL with a host, and without a user, a query or a fragment");
        }
        return address;
    }
}
