package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Keystone v3: log-in of one user to one project, both in the domain Default, by password or application credential. */
@NonBlocking
@Path("/openstack/{site}/identity/v3")
public class IdentityResource {
    /** User, password and project: known to all, as nothing here is worth protecting. */
    private static final String NAME = "simulator";

    private final Clouds clouds;

    public IdentityResource(Clouds clouds) {
        this.clouds = clouds;
    }

    @GET
    public Map<String, VersionView> version(@PathParam("site") String site, @Context UriInfo uri) {
        Cloud cloud = clouds.named(site);
        return Map.of(
                "version", new VersionView("v3.14", "stable", null, null, links(base(uri, cloud) + "/identity/v3/")));
    }

    @POST
    @Path("/auth/tokens")
    public Response logIn(@PathParam("site") String site, @Context UriInfo uri, JsonNode request) {
        Cloud cloud = clouds.named(site);
        JsonNode user = request.at("/auth/identity/password/user");
        JsonNode project = request.at("/auth/scope/project");
        boolean byPassword = isSimulator(user) && user.path("password").asText().equals(NAME) && isSimulator(project);
        JsonNode credential = request.at("/auth/identity/application_credential");
        boolean byCredential = credential.path("id").asText().equals(NAME)
                && credential.path("secret").asText().equals(NAME);
        if (!byPassword && !byCredential) {
            throw OpenStackFault.unauthorized();
        }
        Tokens.Issued issued = cloud.tokens().issue();
        return Response.status(Response.Status.CREATED)
                .header("X-Subject-Token", issued.token())
                .entity(Map.of("token", TokenView.of(cloud, issued, base(uri, cloud), NAME)))
                .build();
    }

    private static boolean isSimulator(JsonNode named) {
        JsonNode domain = named.path("domain");
        return named.path("name").asText().equals(NAME)
                && (domain.path("name").asText().equals("Default")
                        || domain.path("id").asText().equals("default"));
    }

    static String base(UriInfo uri, Cloud cloud) {
        return uri.getBaseUriBuilder()
                .path("openstack")
                .path(cloud.name())
                .build()
                .toString();
    }

    static List<LinkView> links(String self) {
        return List.of(new LinkView("self", self));
    }
}
