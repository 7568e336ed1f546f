package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.ClosedPartners;
import org.entente.agreements.terms.AgreementTerms;

/** What comes next under each agreement: as its host, as its home operator, or alone. */
@ApplicationScoped
class AgreementSteps {
    private final DocumentSigner self;
    private final Agreements agreements;
    private final ClosedPartners partners;
    private final HostSteps host;
    private final HomeSteps home;
    private final AloneSteps alone;

    AgreementSteps(
            DocumentSigner self,
            Agreements agreements,
            ClosedPartners partners,
            HostSteps host,
            HomeSteps home,
            AloneSteps alone) {
        this.self = self;
        this.agreements = agreements;
        this.partners = partners;
        this.host = host;
        this.home = home;
        this.alone = alone;
    }

    /** One step for each agreement. */
    List<Step> of(Closing closing) {
        return agreements.all().stream()
                .map(agreement -> next(agreement, closing))
                .toList();
    }

    /** The steps under agreements with closed partners, by period. Nobody has to ask for these. */
    Map<YearMonth, List<Step>> alone() {
        Map<YearMonth, List<Step>> steps = new TreeMap<>();
        for (SignedAgreement agreement : agreements.all()) {
            whyClosed(agreement.terms())
                    .ifPresent(reason -> alone.unsettled(agreement.terms())
                            .forEach(period -> steps.computeIfAbsent(period, any -> new ArrayList<>())
                                    .add(alone.next(agreement, period, reason))));
        }
        return steps;
    }

    private Step next(SignedAgreement agreement, Closing closing) {
        Optional<String> closed = whyClosed(agreement.terms());
        if (closed.isPresent()) {
            return alone.next(agreement, closing.period(), closed.get());
        }
        return isHost(agreement.terms()) ? host.next(agreement, closing) : home.bought(agreement, closing.period());
    }

    private Optional<String> whyClosed(AgreementTerms terms) {
        OperatorId partner = isHost(terms) ? terms.home() : terms.host();
        return partners.whyClosed(partner);
    }

    private boolean isHost(AgreementTerms terms) {
        return terms.host().equals(self.operator());
    }
}
