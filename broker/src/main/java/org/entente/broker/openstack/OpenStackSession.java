package org.entente.broker.openstack;

import java.util.function.Function;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.exceptions.OS4JException;
import org.openstack4j.core.transport.Config;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.identity.v3.Token;
import org.openstack4j.openstack.OSFactory;

/**
 * One log-in at a site, shared by threads. openstack4j ties a client to the thread that made it, so what is shared is the
 * token: every call makes a client of its own from it. The connector logs in again, once, when a service answers 401;
 * the renewed token is kept. After any failure that may come of a stale token or catalogue the next call logs in anew.
 */
final class OpenStackSession {
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final Identifier DOMAIN = Identifier.byName("Default");

    private final Endpoint endpoint;
    private final OpenStackAccount account;
    private final Config config = Config.newConfig()
            .withConnectionTimeout(CONNECT_TIMEOUT_MILLIS)
            .withReadTimeout(READ_TIMEOUT_MILLIS)
            .withEndpointURLResolver(new CatalogueEndpoints());
    private volatile @Nullable Token known;

    OpenStackSession(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.account = OpenStackAccount.of(endpoint.account());
    }

    /**
     * Runs what speaks to the site on this thread, where openstack4j's services find the log-in.
     *
     * @param use is given the token, for its project and catalogue
     */
    <T> T call(Function<Token, T> use) {
        try {
            OSClientV3 client = client();
            T answer = use.apply(client.getToken());
            known = client.getToken();
            return answer;
        } catch (OS4JException failure) {
            throw forgetting(OpenStackFailures.translated(endpoint, failure));
        } catch (SiteException failure) {
            throw forgetting(failure);
        }
    }

    private OSClientV3 client() {
        Token token = known;
        OSClientV3 client = token == null ? logIn() : OSFactory.clientFromToken(token, config);
        if (!endpoint.region().isEmpty()) {
            client.useRegion(endpoint.region());
        }
        return client;
    }

    private OSClientV3 logIn() {
        return OSFactory.builderV3()
                .withConfig(config)
                .endpoint(CatalogueEndpoints.withoutTrailingSlash(
                        endpoint.address().toString()))
                .credentials(account.user(), endpoint.secret(), DOMAIN)
                .scopeToProject(Identifier.byName(account.project()), DOMAIN)
                .authenticate();
    }

    private SiteException forgetting(SiteException failure) {
        switch (failure.code()) {
            case UNREACHABLE, UNAUTHORIZED, BROKEN -> known = null;
            case NOT_OFFERED, EXHAUSTED -> {
                // The log-in itself is sound.
            }
        }
        return failure;
    }
}
