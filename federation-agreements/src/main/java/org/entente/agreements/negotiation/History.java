package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.StoredNotices;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.HistoryView.DocumentView;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;

/** Hands out the whole history of an agreement: proposals, what became of them, and notices. */
@ApplicationScoped
public class History {
    private final StoredProposals proposals;
    private final StoredNotices notices;
    private final StoredNegotiations negotiations;
    private final Partners partners;
    private final OperatorConfig self;

    History(
            StoredProposals proposals,
            StoredNotices notices,
            StoredNegotiations negotiations,
            Partners partners,
            OperatorConfig self) {
        this.proposals = proposals;
        this.notices = notices;
        this.negotiations = negotiations;
        this.partners = partners;
        this.self = self;
    }

    @Transactional
    HistoryView of(AgreementId agreement) {
        NegotiationEntity row = negotiations
                .findByIdOptional(agreement.value())
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_UNKNOWN, "There is no agreement called " + agreement));
        List<DocumentView> documents = new ArrayList<>();
        for (ProposalEntity proposal : proposals.under(agreement)) {
            documents.add(new DocumentView(name("proposal", proposal), proposal.document));
            Closing closing = proposal.closing;
            String ending = proposal.closingDocument;
            if (ending != null && (closing == Closing.REJECTED || closing == Closing.WITHDRAWN)) {
                documents.add(new DocumentView(name(closing.name().toLowerCase(Locale.ROOT), proposal), ending));
            }
        }
        notices.documents(agreement)
                .forEach((name, document) -> documents.add(new DocumentView("notice-" + name, document)));
        return new HistoryView(
                agreement.value(),
                documents,
                partners.find(row.partnerOf(self.operator()))
                        .map(partner -> KeyHistoryJson.write(partner.keys()))
                        .orElseThrow());
    }

    private static String name(String what, ProposalEntity proposal) {
        return what + "-" + proposal.number + "." + proposal.round;
    }
}
