package org.entente.broker.quote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.language.TenantId;

/** Quotes given without asking what they cost. */
@ApplicationScoped
public class GivenQuotes {
    private final Quotes quotes;

    GivenQuotes(Quotes quotes) {
        this.quotes = quotes;
    }

    public UUID to(TenantId tenant, List<QuotedInstance> instances) {
        return quotes.give(tenant, instances).id();
    }
}
