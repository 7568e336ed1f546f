package org.entente.broker.technology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import org.entente.agreements.language.Technology;
import org.entente.broker.kubernetes.KubernetesSite;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SiteAdaptersTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:9");

    private final Vertx vertx = Vertx.vertx();
    private final SiteAdapters adapters = new SiteAdapters(vertx);

    @AfterEach
    void close() {
        adapters.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void technologyDecidesTheAdapter() {
        assertThat(adapters.at(Technology.OPENSTACK, endpoint("me@here", "one")))
                .isInstanceOf(OpenStackSite.class);
        assertThat(adapters.at(Technology.KUBERNETES, endpoint("alba", "one"))).isInstanceOf(KubernetesSite.class);
    }

    @Test
    void sameEndpointGetsTheSameAdapter() {
        Site first = adapters.at(Technology.KUBERNETES, endpoint("alba", "one"));

        assertThat(adapters.at(Technology.KUBERNETES, endpoint("alba", "one"))).isSameAs(first);
        assertThat(adapters.at(Technology.KUBERNETES, endpoint("boreal", "one")))
                .isNotSameAs(first);
    }

    @Test
    void changedSecretReplacesTheAdapter() {
        Site first = adapters.at(Technology.OPENSTACK, endpoint("me@here", "one"));
        Site second = adapters.at(Technology.OPENSTACK, endpoint("me@here", "two"));

        assertThat(second).isNotSameAs(first);
        assertThat(adapters.at(Technology.OPENSTACK, endpoint("me@here", "two")))
                .isSameAs(second);
    }

    private static Endpoint endpoint(String account, String secret) {
        return new Endpoint(ADDRESS, account, secret, "");
    }
}
