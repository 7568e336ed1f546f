package org.entente.billing.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.request.BillingProblem;

/** The parties that are configured. */
@ApplicationScoped
public class Parties {
    private final PartyConfig config;

    Parties(PartyConfig config) {
        this.config = config;
    }

    /** An operator's data for an invoice, or a problem that names the missing setting. */
    public Party operator(OperatorId operator) {
        return party(config.operators(), "operators", operator.value());
    }

    /** A tenant's data for an invoice, or a problem that names the missing setting. */
    public Party tenant(TenantId tenant) {
        return party(config.tenants(), "tenants", tenant.value());
    }

    /** An operator's legal name, where it is configured. */
    public Optional<String> nameOf(OperatorId operator) {
        return Optional.ofNullable(config.operators().get(operator.value())).map(PartyConfig.Entry::name);
    }

    /** A tenant's legal name, where it is configured. */
    public Optional<String> nameOf(TenantId tenant) {
        return Optional.ofNullable(config.tenants().get(tenant.value())).map(PartyConfig.Entry::name);
    }

    private static Party party(Map<String, PartyConfig.Entry> known, String kind, String id) {
        return Optional.ofNullable(known.get(id))
                .map(PartyConfig.Entry::party)
                .orElseThrow(() -> new ProblemException(
                        BillingProblem.PARTY_UNKNOWN,
                        "There is no address and tax data of " + id + "; set entente.billing.party." + kind + "." + id
                                + ".* for it"));
    }
}
