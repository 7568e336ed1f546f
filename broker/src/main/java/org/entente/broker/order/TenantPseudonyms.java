package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;

/**
 * What we call our tenants before a host: a random name for each agreement, kept, so that neither the host nor two hosts
 * together can tell who it is. Runs in the caller's transaction.
 */
@ApplicationScoped
public class TenantPseudonyms {
    private static final String FIND = """
            select pseudonym from broker.tenant_pseudonym where agreement = :agreement and tenant = :tenant""";
    private static final String ADD = """
            insert into broker.tenant_pseudonym (agreement, tenant, pseudonym) values (:agreement, :tenant, :pseudonym)""";

    private final EntityManager entities;

    TenantPseudonyms(EntityManager entities) {
        this.entities = entities;
    }

    /** The tenant's name under an agreement. Given at its first order; a second one at once is refused by its key. */
    public TenantPseudonym of(TenantId tenant, AgreementId agreement) {
        List<?> known = entities.createNativeQuery(FIND, String.class)
                .setParameter("agreement", agreement.value())
                .setParameter("tenant", tenant.value())
                .getResultList();
        return known.isEmpty() ? add(tenant, agreement) : new TenantPseudonym((String) known.getFirst());
    }

    private TenantPseudonym add(TenantId tenant, AgreementId agreement) {
        TenantPseudonym given = new TenantPseudonym(UUID.randomUUID().toString());
        entities.createNativeQuery(ADD)
                .setParameter("agreement", agreement.value())
                .setParameter("tenant", tenant.value())
                .setParameter("pseudonym", given.value())
                .executeUpdate();
        return given;
    }
}
