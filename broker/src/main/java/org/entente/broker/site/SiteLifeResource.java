package org.entente.broker.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** One of our own sites, and what engineers do with it. Each call answers with the site as it stands then. */
@Path("/api/v1/sites/{site}")
@RolesAllowed("engineer")
public class SiteLifeResource {
    private static final BigDecimal GRAMS_MAX = new BigDecimal("100000");
    private static final int GRAMS_DECIMALS = 3;

    private final Sites sites;
    private final SiteLives lives;

    SiteLifeResource(Sites sites, SiteLives lives) {
        this.sites = sites;
        this.lives = lives;
    }

    /**
     * Other credentials. See {@link Endpoint} for what they mean.
     *
     * @param authority absent to keep the one that is known
     */
    public record CredentialsRequest(
            @NotBlank @Size(max = 255) String account,
            @NotBlank @Size(max = 10_000) String secret,
            Optional<@Size(max = SiteResource.AUTHORITY_LENGTH_MAX) String> authority) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "CredentialsRequest[" + account + "]";
        }
    }

    /** What the site's electricity is: grams of CO2 per kilowatt hour. */
    public record EnergyRequest(@NotNull BigDecimal gramsCo2PerKwh) {}

    @GET
    public OwnSiteView get(@PathParam("site") SiteId site) {
        return sites.known(site)
                .map(OwnSiteView::of)
                .orElseThrow(
                        () -> new ProblemException(SiteProblem.SITE_UNKNOWN, "There is no site " + site + " of ours"));
    }

    @POST
    @Path("/drain")
    @Idempotent
    public Response drain(@PathParam("site") SiteId site) {
        return answer(lives.drain(site));
    }

    @POST
    @Path("/return")
    @Idempotent
    public Response comeBack(@PathParam("site") SiteId site) {
        return answer(lives.comeBack(site));
    }

    @POST
    @Path("/retire")
    @Idempotent
    public Response retire(@PathParam("site") SiteId site) {
        return answer(lives.retire(site));
    }

    @POST
    @Path("/probe")
    @Idempotent
    public Response probe(@PathParam("site") SiteId site) {
        return answer(lives.probeNow(site));
    }

    @PUT
    @Path("/credentials")
    @Idempotent
    public Response credentials(@PathParam("site") SiteId site, @Valid @NotNull CredentialsRequest request) {
        return answer(
                lives.logIn(site, request.account(), request.secret(), SiteResource.checked(request.authority())));
    }

    @PUT
    @Path("/location")
    @Idempotent
    public Response location(@PathParam("site") SiteId site, @Valid @NotNull SiteResource.LocationRequest request) {
        return answer(lives.locate(site, request.coordinates()));
    }

    @PUT
    @Path("/energy")
    @Idempotent
    public Response energy(@PathParam("site") SiteId site, @Valid @NotNull EnergyRequest request) {
        return answer(lives.power(site, grams(request.gramsCo2PerKwh())));
    }

    static BigDecimal grams(BigDecimal stated) {
        if (stated.signum() < 0
                || stated.compareTo(GRAMS_MAX) > 0
                || stated.stripTrailingZeros().scale() > GRAMS_DECIMALS) {
            throw new ProblemException(
                    SiteProblem.SITE_FACT,
                    "Grams of CO2 per kWh are 0 to " + GRAMS_MAX + " with at most three decimals, but were " + stated);
        }
        return stated;
    }

    private static Response answer(ConnectedSite site) {
        return Response.ok(OwnSiteView.of(site)).build();
    }
}
