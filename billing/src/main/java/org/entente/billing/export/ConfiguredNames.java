package org.entente.billing.export;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;
import org.entente.billing.party.Parties;

/** Names from the configuration of parties. */
@ApplicationScoped
class ConfiguredNames implements FocusNames {
    private final Parties parties;

    ConfiguredNames(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String of(OperatorId operator) {
        return parties.nameOf(operator).orElse(operator.value());
    }

    @Override
    public String of(TenantId tenant) {
        return parties.nameOf(tenant).orElse(tenant.value());
    }
}
