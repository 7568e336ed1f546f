package org.entente.broker.administration;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.agreements.idempotency.Idempotent;

/** Flavours, images, keys and quotas for many of our sites at once, with an answer for each. For engineers. */
@Path("/api/v1/sites/pushes")
@RolesAllowed("engineer")
@Tag(name = "Own sites, many at once")
public class PushResource {
    private static final String PATH = "/api/v1/sites/pushes/";

    private final Pushes pushes;
    private final PushTargets targets;
    private final PushConfig config;
    private final SecurityIdentity caller;

    PushResource(Pushes pushes, PushTargets targets, PushConfig config, SecurityIdentity caller) {
        this.pushes = pushes;
        this.targets = targets;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Bring a flavour, an image, a key or a quota to a set of sites",
            description =
                    "Stores what is wanted, with one row for each site that is meant now, and answers 202; each site is then"
                            + " asked by itself. Safe to repeat: a site that has it as wanted is left as it is, and one that"
                            + " has something else under the name refuses with DIFFERS; a quota is changed. A site that cannot"
                            + " be reached is waited for until the deadline. A site whose technology has no such thing refuses"
                            + " with NOT_OFFERED.")
    public Response push(@Valid @NotNull PushRequest request) {
        PushEntity push = pushes.add(
                request.what(),
                request.sites().selector(),
                caller.getPrincipal().getName(),
                request.within(config.within()));
        return Response.accepted(PushView.of(push, targets.counts(push.push), List.of()))
                .location(URI.create(PATH + push.push))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "The latest pushes, the newest first, without their sites one by one")
    public List<PushView> list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return pushes.latest(page, size).stream()
                .map(push -> PushView.of(push, targets.counts(push.push), List.of()))
                .toList();
    }

    @GET
    @Path("/{push}")
    @Transactional
    @Operation(
            summary = "How far a push is, in numbers and at one page of its sites",
            description = "Sites come in the order of their names, those in one state where a state is named.")
    public PushView get(
            @PathParam("push") UUID push,
            @QueryParam("state") Optional<@Pattern(regexp = "(?i)waiting|done|refused") String> state,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @QueryParam("size") @DefaultValue("200") @Min(1) @Max(1000) int size) {
        PushEntity found = pushes.get(push);
        Optional<PushState> wanted = state.map(text -> PushState.valueOf(text.toUpperCase(Locale.ROOT)));
        return PushView.of(found, targets.counts(push), targets.of(push, wanted, page, size));
    }
}
