package org.entente.broker.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.SortedSet;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.SiteId;

/** The labels of one of our own sites, such as {@code tier=edge}: words without a meaning to Entente, to choose sites by. */
@Path("/api/v1/sites/{site}/labels")
@RolesAllowed("engineer")
public class SiteLabelsResource {
    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._/=-]{0,62}";

    private final SiteLabels labels;

    SiteLabelsResource(SiteLabels labels) {
        this.labels = labels;
    }

    /** All labels that the site is to have. */
    public record LabelsRequest(@NotNull @Size(max = 32) Set<@Pattern(regexp = FORM) String> labels) {}

    public record LabelsView(String site, SortedSet<String> labels) {}

    @GET
    public LabelsView get(@PathParam("site") SiteId site) {
        return new LabelsView(site.value(), labels.of(site));
    }

    @PUT
    @Idempotent
    public Response replace(@PathParam("site") SiteId site, @Valid @NotNull LabelsRequest request) {
        labels.replace(site, request.labels());
        return Response.ok(get(site)).build();
    }
}
