package org.entente.broker.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteState;
import org.junit.jupiter.api.Test;

class ClosedSitesTest {
    @Test
    void aSiteThatOpenedWhileTheListWasMadeIsListedOnce() {
        List<ConnectedSite> own = List.of(
                site("oslo", SiteState.CONNECTING),
                site("bergen", SiteState.CONNECTING),
                site("moss", SiteState.RETIRED));

        assertThat(CatalogueResource.closed(own, Set.of(new SiteId("bergen"))))
                .extracting(ConnectedSite::site)
                .containsExactly(new SiteId("oslo"));
    }

    private static ConnectedSite site(String id, SiteState state) {
        return new ConnectedSite(
                new SiteId(id),
                id,
                ConnectedSite.StatedPlace.in("NO"),
                Optional.empty(),
                new Endpoint(URI.create("http://" + id + ".invalid"), "account", "", ""),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
