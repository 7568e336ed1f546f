package org.entente.broker.openstack;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.identity.EndpointURLResolver;
import org.openstack4j.api.types.Facing;
import org.openstack4j.api.types.ServiceType;
import org.openstack4j.model.identity.URLResolverParams;
import org.openstack4j.model.identity.v3.Endpoint;
import org.openstack4j.model.identity.v3.Service;
import org.openstack4j.model.identity.v3.Token;

/**
 * Reads a service's public address from the token's own catalogue. openstack4j's default instead keeps addresses for ever
 * by project id, for all sites together, and falls back to Keystone's address for a service that is missing.
 */
final class CatalogueEndpoints implements EndpointURLResolver {
    @Override
    public String findURLV2(URLResolverParams params) {
        throw new UnsupportedOperationException("Keystone v2 is not spoken");
    }

    @Override
    public String findURLV3(URLResolverParams params) {
        return find(params.token, params.type, Optional.ofNullable(params.region))
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.BROKEN,
                        "The site's catalogue names no public " + params.type.getType() + " service over HTTP"
                                + (params.region == null ? "." : " in the region '" + params.region + "'.")));
    }

    /** Whether the site has the service at all: a small cloud may run without Neutron. */
    static boolean offers(Token token, ServiceType type) {
        return find(token, type, Optional.empty()).isPresent();
    }

    private static Optional<String> find(Token token, ServiceType type, Optional<String> region) {
        return present(token.getCatalog()).stream()
                .filter(service -> ServiceType.forName(service.getType()) == type)
                .flatMap(service -> present(((Service) service).getEndpoints()).stream())
                .filter(endpoint -> isPublic(endpoint)
                        && region.map(endpoint.getRegion()::equals).orElse(true))
                .map(endpoint -> withoutTrailingSlash(endpoint.getUrl().toString()))
                .findFirst();
    }

    private static boolean isPublic(Endpoint endpoint) {
        URL url = endpoint.getUrl();
        return endpoint.getIface() == Facing.PUBLIC
                && endpoint.getRegion() != null
                && url != null
                && (url.getProtocol().equals("http") || url.getProtocol().equals("https"));
    }

    private static <T> List<? extends T> present(@Nullable List<? extends T> list) {
        return list == null ? List.of() : list;
    }

    static String withoutTrailingSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
