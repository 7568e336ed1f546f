package org.entente.broker;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.terms.Quota;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.FakeSites;

/** Alba among its partners Boreal and Cobalt: rows, keys and agreements, fresh for each test. */
@ApplicationScoped
public class Federation {
    public static final SiteId PARIS = new SiteId("alba-paris");
    public static final SiteId LYON = new SiteId("alba-lyon");
    public static final SiteId OSLO = new SiteId("boreal-oslo");
    public static final SiteId KYIV = new SiteId("cobalt-kyiv");
    public static final Place AT_PARIS = new Place(Peers.ALBA, PARIS);
    public static final Place AT_LYON = new Place(Peers.ALBA, LYON);
    public static final Place AT_OSLO = new Place(Peers.BOREAL, OSLO);
    public static final Place AT_KYIV = new Place(Peers.COBALT, KYIV);

    private final EntityManager database;
    private final KnownAgreements agreements;
    private final FakeSites sites;
    private final MovableClock clock;

    Federation(EntityManager database, KnownAgreements agreements, FakeSites sites, MovableClock clock) {
        this.database = database;
        this.agreements = agreements;
        this.sites = sites;
        this.clock = clock;
    }

    /** Nothing but the partners: at noon, with agreements in both directions and no site of ours. */
    public void begin() {
        clock.moveTo(MovableClock.NOON);
        QuarkusTransaction.requiringNew().run(() -> {
            execute("truncate agreements.partner cascade");
            execute(
                    "truncate broker.customer_order, broker.quote, broker.site, broker.published_offer,"
                            + " broker.received_offer, broker.image_copy, broker.push, broker.orphan, broker.orphan_sweep cascade");
            befriend(Peers.BOREAL);
            befriend(Peers.COBALT);
        });
        agreements.forget();
        agreements.sign(Peers.BOREAL, Peers.ALBA, KnownAgreements.ROOMY, List.of(OSLO));
        agreements.sign(Peers.COBALT, Peers.ALBA, KnownAgreements.ROOMY, List.of(KYIV));
        hosts(KnownAgreements.ROOMY);
    }

    /** Boreal may order at Paris and Lyon up to this quota. */
    public void hosts(Quota quota) {
        agreements.sign(Peers.ALBA, Peers.BOREAL, quota, List.of(PARIS, LYON));
    }

    /** A site of ours with plenty of room. */
    public FakeSite connect(SiteId site) {
        return connect(site, 1000);
    }

    /** A site of ours with room for so many instances. */
    public FakeSite connect(SiteId site, int instances) {
        return sites.available(site, instances, 2 * instances);
    }

    public void execute(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    private void befriend(OperatorId operator) {
        database.createNativeQuery("""
            insert into agreements.partner (operator, name, country, url, peering, token_endpoint,
                token_audience, state, invited_at, confirmed_at, version)
            values (:id, :id, 'NO', :url, :url, :url, :url, 'ACTIVE', :now, :now, 0)\
            """)
                .setParameter("id", operator.value())
                .setParameter("url", "http://" + operator + ".invalid")
                .setParameter("now", clock.instant())
                .executeUpdate();
        PublishedKey key = Peers.key(operator);
        database.createNativeQuery("""
            insert into agreements.partner_key (key_id, operator, jwk, valid_from)
            values (:key, :id, :jwk, :now)\
            """)
                .setParameter("key", key.id())
                .setParameter("id", operator.value())
                .setParameter("jwk", key.json())
                .setParameter("now", key.validFrom())
                .executeUpdate();
    }
}
