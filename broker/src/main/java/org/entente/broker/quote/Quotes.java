package org.entente.broker.quote;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemException;

/** Gives quotes and keeps them. */
@ApplicationScoped
public class Quotes implements PanacheRepositoryBase<QuoteEntity, UUID> {
    private final InstantSource clock;
    private final QuoteConfig config;

    Quotes(InstantSource clock, QuoteConfig config) {
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    Quote give(TenantId tenant, List<QuotedInstance> instances) {
        Quote quote = new Quote(
                UUID.randomUUID(), tenant, clock.instant(), clock.instant().plus(config.validFor()), instances);
        persist(QuoteEntity.of(quote));
        return quote;
    }

    /** The tenant's own quote while it is binding, or a problem. */
    @Transactional
    public Quote binding(TenantId tenant, UUID id) {
        Quote quote = findByIdOptional(id)
                .map(QuoteEntity::quote)
                .filter(found -> found.tenant().equals(tenant))
                .orElseThrow(() ->
                        new ProblemException(QuoteProblem.QUOTE_UNKNOWN, "There is no quote " + id + " of yours"));
        if (!clock.instant().isBefore(quote.validUntil())) {
            throw new ProblemException(
                    QuoteProblem.QUOTE_EXPIRED,
                    "The quote was binding until " + quote.validUntil() + "; ask for a new one");
        }
        return quote;
    }
}
