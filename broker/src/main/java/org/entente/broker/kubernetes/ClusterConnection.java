package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Authority;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one cluster, at the given address with the given token alone: no kubeconfig, service account or environment
 * is read. An https address must hold a certificate of the endpoint's own authority, or else one that this machine trusts.
 * No redirect is followed; answers are bounded in time and length. What a conflict stopped is tried again a few times.
 */
final class ClusterConnection implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 30_000;
    private static final int ATTEMPTS = 3;
    private static final int CONFLICT = 409;
    private static final long PAGE_SIZE = 500;
    private static final int PAGES_MAX = 20;

    private final Endpoint endpoint;
    private final KubernetesClient client;

    ClusterConnection(Endpoint endpoint, Vertx vertx) {
        this.endpoint = endpoint;
        this.client = new KubernetesClientBuilder()
                .withConfig(config(endpoint))
                .withHttpClientFactory(new VertxHttpClientFactory(vertx))
                .withHttpClientBuilderConsumer(builder -> secure(builder, endpoint))
                .build();
    }

    private static Config config(Endpoint endpoint) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(endpoint.address().toString())
                .withOauthToken(endpoint.secret())
                .withConnectionTimeout(CONNECT_TIMEOUT_MILLIS)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    private static void secure(HttpClient.Builder builder, Endpoint endpoint) {
        builder.addOrReplaceInterceptor(BoundedAnswers.NAME, new BoundedAnswers());
        endpoint.authority()
                .ifPresent(pem -> builder.sslContext(null, Authority.of(pem).trustManagers()));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Uses the cluster; what goes wrong is a {@link SiteException}. May be done again: it must be safe to repeat. */
    <T extends @Nullable Object> T call(Function<KubernetesClient, T> use) {
        for (int attempt = 1; ; attempt++) {
            try {
                return use.apply(client);
            } catch (KubernetesClientException failure) {
                if (failure.getCode() != CONFLICT || attempt == ATTEMPTS) {
                    throw KubernetesFailures.translated(endpoint, failure);
                }
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException garbage) {
                throw new SiteException(
                        SiteException.Code.BROKEN,
                        "The site at " + endpoint.address() + " answered something that its API does not promise.",
                        garbage);
            }
        }
    }

    /** Absent where the account may not do it. */
    <T> Optional<T> allowed(Function<KubernetesClient, T> use) {
        try {
            return Optional.of(call(use));
        } catch (SiteException refused) {
            if (refused.getCause() instanceof KubernetesClientException failure && failure.getCode() == 403) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Makes an object as it is told, or brings the one there is in line. */
    <T extends HasMetadata> T apply(T object) {
        return call(kubernetes -> kubernetes
                .resource(object)
                .fieldManager(Mark.MANAGER)
                .forceConflicts()
                .serverSideApply());
    }

    /** Tells, until it is closed, of instances at which something changed. */
    ObjectWatch watch(String account, Consumer<InstanceId> stirred) {
        return new ObjectWatch(client, account, stirred);
    }

    /** All pages of a list, up to 10,000 objects. */
    static <T extends HasMetadata> List<T> pages(
            Function<ListOptions, ? extends KubernetesResourceList<? extends T>> list, ListOptions options) {
        List<T> all = new ArrayList<>();
        @Nullable String next = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            KubernetesResourceList<? extends T> answer = list.apply(new ListOptionsBuilder(options)
                    .withLimit(PAGE_SIZE)
                    .withContinue(next)
                    .build());
            all.addAll(answer.getItems());
            next = answer.getMetadata() == null ? null : answer.getMetadata().getContinue();
            if (next == null || next.isEmpty()) {
                return all;
            }
        }
        throw new SiteException(
                SiteException.Code.BROKEN, "The cluster lists more than " + PAGE_SIZE * PAGES_MAX + " of a kind.");
    }

    @Override
    public void close() {
        client.close();
    }
}
