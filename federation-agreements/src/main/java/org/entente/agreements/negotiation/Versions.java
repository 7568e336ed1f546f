package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.agreement.StoredNotices;
import org.entente.agreements.agreement.StoredNotices.KeptNotice;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.NegotiationView.NoticeView;
import org.entente.agreements.negotiation.NegotiationView.ProposalView;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/** What people see of agreements. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Versions {
    private final StoredAgreements agreements;
    private final StoredNotices notices;
    private final StoredNegotiations negotiations;
    private final StoredProposals proposals;
    private final StoredDrafts drafts;
    private final OperatorConfig self;
    private final InstantSource clock;

    Versions(
            StoredAgreements agreements,
            StoredNotices notices,
            StoredNegotiations negotiations,
            StoredProposals proposals,
            StoredDrafts drafts,
            OperatorConfig self,
            InstantSource clock) {
        this.agreements = agreements;
        this.notices = notices;
        this.negotiations = negotiations;
        this.proposals = proposals;
        this.drafts = drafts;
        this.self = self;
        this.clock = clock;
    }

    /** Terms with the label that names them. */
    record Named(String label, AgreementTerms terms) {}

    /** Every signed version, then every proposal that is still open. */
    List<AgreementView> all() {
        return Stream.concat(
                        agreements.versions().stream().map(this::view),
                        proposals.open().stream().map(this::view))
                .toList();
    }

    public NegotiationView one(AgreementId agreement) {
        AgreementHistory history = agreements.history(agreement);
        Optional<NegotiationEntity> row = negotiations.findByIdOptional(agreement.value());
        Optional<DraftEntity> draft = drafts.waiting(agreement);
        if (history.versions().isEmpty() && row.isEmpty() && draft.isEmpty()) {
            throw unknown(agreement);
        }
        Optional<Standing> standing = history.standing(clock.instant());
        List<Waiting> waiting =
                new ArrayList<>(row.flatMap(this::waiting).stream().toList());
        draft.map(one -> Waiting.of(one, self.id())).ifPresent(waiting::add);
        return new NegotiationView(
                agreement.value(),
                standing.map(Standing::word),
                standing.map(Standing::sentence),
                history.versionAt(clock.instant())
                        .map(version -> version.terms().version()),
                row.map(Versions::word).orElse("idle"),
                row.flatMap(one -> Optional.ofNullable(one.reason)),
                waiting,
                proposals.under(agreement).stream().map(Versions::round).toList(),
                notices.under(agreement).stream().map(Versions::view).toList());
    }

    /** The terms with a label, or a problem. */
    Named named(AgreementId agreement, String label) {
        return known(agreement).stream()
                .filter(named -> named.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_UNKNOWN, "There is no version " + label + " of " + agreement));
    }

    /** Signed versions and proposals, in the order in which they came. */
    List<Named> known(AgreementId agreement) {
        List<Named> known = new ArrayList<>();
        List<SignedAgreement> signed = agreements.history(agreement).versions();
        List<ProposalEntity> rounds = proposals.under(agreement);
        for (ProposalEntity round : rounds) {
            known.add(new Named(label(round), round.proposed().terms()));
            signed.stream()
                    .filter(version -> version.hash().value().equals(round.hash))
                    .forEach(version ->
                            known.add(new Named(String.valueOf(version.terms().version()), version.terms())));
        }
        signed.stream()
                .filter(version -> rounds.stream()
                        .noneMatch(round -> round.hash.equals(version.hash().value())))
                .forEach(version ->
                        known.add(new Named(String.valueOf(version.terms().version()), version.terms())));
        if (known.isEmpty()) {
            throw unknown(agreement);
        }
        return known;
    }

    /** The latest signed version's document, or that of a number. */
    SignedDocument document(AgreementId agreement, Optional<Integer> number) {
        int wanted = number.orElseGet(() -> agreements
                .find(agreement)
                .map(version -> version.terms().version())
                .orElse(0));
        return agreements.document(agreement, wanted).orElseThrow(() -> unknown(agreement));
    }

    private AgreementView view(SignedAgreement version) {
        AgreementTerms terms = version.terms();
        boolean isLatest = agreements
                .find(terms.agreement())
                .filter(latest -> latest.hash().equals(version.hash()))
                .isPresent();
        Optional<String> standing = isLatest
                ? agreements
                        .history(terms.agreement())
                        .standing(clock.instant())
                        .map(Standing::word)
                : Optional.empty();
        return new AgreementView(
                terms.agreement().value(),
                terms.version(),
                String.valueOf(terms.version()),
                "signed",
                "",
                Optional.empty(),
                standing,
                terms.host().value(),
                terms.home().value(),
                terms.validity().from(),
                terms.validity().to(),
                Optional.empty(),
                terms.rateCard().currency().getCurrencyCode(),
                version.hash().value(),
                terms);
    }

    private AgreementView view(ProposalEntity proposal) {
        AgreementTerms terms = proposal.proposed().terms();
        NegotiationEntity row = negotiations.findById(proposal.agreement);
        boolean isCounter = proposal.hash.equals(row.counter);
        Optional<Waiting> waiting = waiting(row);
        return new AgreementView(
                proposal.agreement,
                proposal.number,
                label(proposal),
                isCounter ? "proposing" : word(row),
                waiting.map(Waiting::sentence).orElse(""),
                waiting,
                Optional.empty(),
                terms.host().value(),
                terms.home().value(),
                terms.validity().from(),
                terms.validity().to(),
                Optional.of(proposal.proposed().answerBy()),
                terms.rateCard().currency().getCurrencyCode(),
                proposal.hash,
                terms);
    }

    private Optional<Waiting> waiting(NegotiationEntity row) {
        return Waiting.of(row.state(), self.id(), row.partnerOf(self.operator()).value());
    }

    private static ProposalView round(ProposalEntity proposal) {
        return new ProposalView(
                label(proposal),
                proposal.proposer,
                proposal.proposedAt,
                proposal.proposed().answerBy(),
                proposal.hash,
                Optional.ofNullable(proposal.closing)
                        .map(closing -> closing.name().toLowerCase(Locale.ROOT)),
                Optional.ofNullable(proposal.reason));
    }

    private static NoticeView view(KeptNotice kept) {
        AgreementNotice notice = kept.notice().notice();
        return new NoticeView(
                kept.notice().by().value(),
                notice.number(),
                notice.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                notice.from(),
                notice.reason(),
                kept.state().name().toLowerCase(Locale.ROOT),
                kept.refusal());
    }

    private static String word(NegotiationEntity row) {
        return Optional.ofNullable(row.closing)
                .map(Closing::name)
                .orElse(row.state.name())
                .toLowerCase(Locale.ROOT);
    }

    private static String label(ProposalEntity proposal) {
        return proposal.number + "." + proposal.round;
    }

    private static ProblemException unknown(AgreementId agreement) {
        return new ProblemException(AgreementProblem.AGREEMENT_UNKNOWN, "There is no agreement called " + agreement);
    }
}
