package org.entente.broker.openstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.client.CloudProvider;
import org.openstack4j.api.identity.EndpointURLResolver;
import org.openstack4j.api.types.Facing;
import org.openstack4j.core.transport.Config;
import org.openstack4j.model.identity.URLResolverParams;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;
import org.openstack4j.openstack.internal.OSClientSession.OSClientSessionV3;

/**
 * openstack4j for calls to one service of one site, in the forms of the newest version that both sides know. openstack4j
 * finds the client of a call by the thread, so each call is given as a function, around which the thread is bound.
 *
 * @param headers go with every call, and name the version
 */
record Client(OpenStackSession session, ServiceType type, Map<String, String> headers) {
    /** What a thread is bound to between calls: a call there has no address. */
    private static final Config NOWHERE = Config.newConfig().withEndpointURLResolver(new Nowhere());

    private static final int PAGE_SIZE = 1000;
    private static final int PAGES_MAX = 50;

    Client {
        headers = Map.copyOf(headers);
    }

    /** What a call returns; a refusal of the site's is thrown as its {@link SiteException}. */
    <T> T call(Function<OSClientV3, T> call) {
        try {
            return bound(call);
        } catch (RefusedCall refused) {
            throw refused.answer().refusal();
        }
    }

    /** The same, where what is asked for may not be there. */
    <T> Optional<T> find(Function<OSClientV3, T> call) {
        try {
            return Optional.of(bound(call));
        } catch (RefusedCall refused) {
            if (refused.answer().isMissing()) {
                return Optional.empty();
            }
            throw refused.answer().refusal();
        }
    }

    /** The answer with which the site refused a call, if it did. */
    Optional<Answer> attempt(Consumer<OSClientV3> call) {
        try {
            bound(client -> {
                call.accept(client);
                return true;
            });
            return Optional.empty();
        } catch (RefusedCall refused) {
            return Optional.of(refused.answer());
        }
    }

    /** All of a list that comes in pages of at most a thousand, which are asked for by the last id of the page before. */
    <T> List<T> pages(BiFunction<OSClientV3, Map<String, String>, List<? extends T>> list, Function<T, String> id) {
        List<T> all = new ArrayList<>();
        Map<String, String> page = new HashMap<>(Map.of("limit", String.valueOf(PAGE_SIZE)));
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            List<? extends T> more = call(client -> list.apply(client, page));
            all.addAll(more);
            if (more.size() < PAGE_SIZE) {
                return all;
            }
            page.put("marker", id.apply(all.getLast()));
        }
        throw new SiteException(SiteException.Code.BROKEN, session.site() + " lists without an end.");
    }

    private <T> T bound(Function<OSClientV3, T> call) {
        OSClientV3 client = bind(Config.newConfig().withEndpointURLResolver(new SiteCalls(session, type)));
        client.headers(headers);
        try {
            return call.apply(client);
        } finally {
            bind(NOWHERE);
        }
    }

    /** A token without an id: the log-in is added where the call is sent. */
    private static OSClientV3 bind(Config config) {
        return OSClientSessionV3.createSession(new KeystoneToken(), Facing.PUBLIC, CloudProvider.UNKNOWN, config);
    }

    private static final class Nowhere implements EndpointURLResolver {
        @Override
        public String findURLV2(URLResolverParams parameters) {
            return findURLV3(parameters);
        }

        @Override
        public String findURLV3(URLResolverParams parameters) {
            throw new IllegalStateException("openstack4j was called outside of a site's session.");
        }
    }
}
