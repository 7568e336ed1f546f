package org.entente.agreements.negotiation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.TermsForm;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/**
 * Proposing, countering and accepting: the moves that bind us. They happen at once, or, where the operator asks for a
 * second person, once another engineer than the one who made them has approved.
 */
@ApplicationScoped
public class BindingMoves {
    private final Negotiation negotiation;
    private final AnsweringMoves answering;
    private final StoredDrafts drafts;
    private final NegotiationConfig config;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    BindingMoves(
            Negotiation negotiation,
            AnsweringMoves answering,
            StoredDrafts drafts,
            NegotiationConfig config,
            SecurityIdentity caller,
            InstantSource clock) {
        this.negotiation = negotiation;
        this.answering = answering;
        this.drafts = drafts;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void propose(AgreementTerms terms, Instant answerBy) {
        if (config.secondPerson()) {
            draft(DraftEntity.Kind.PROPOSE, terms.agreement(), answerBy).terms = TermsForm.text(terms);
        } else {
            negotiation.propose(terms, answerBy);
        }
    }

    @Transactional
    void counter(AgreementTerms terms, Instant answerBy, DocumentHash countered) {
        if (config.secondPerson()) {
            DraftEntity draft = draft(DraftEntity.Kind.COUNTER, terms.agreement(), answerBy);
            draft.terms = TermsForm.text(terms);
            draft.target = countered.value();
        } else {
            negotiation.counter(terms, answerBy, countered);
        }
    }

    /** Accepts a proposal that the partner takes answers to until an instant. */
    @Transactional
    void accept(AgreementId agreement, DocumentHash accepted, Instant answerBy) {
        if (config.secondPerson()) {
            draft(DraftEntity.Kind.ACCEPT, agreement, answerBy).target = accepted.value();
        } else {
            answering.accept(agreement, accepted);
        }
    }

    /** Does what waits, as a second person. */
    @Transactional
    void approve(AgreementId agreement) {
        DraftEntity draft = waiting(agreement);
        if (draft.draftedBy.equals(name())) {
            throw new ProblemException(
                    ApprovalProblem.APPROVAL_BY_SAME_PERSON,
                    draft.draftedBy + " made this move, so somebody else must approve it");
        }
        drafts.delete(draft);
        switch (draft.move) {
            case PROPOSE -> negotiation.propose(terms(draft), draft.answerBy);
            case COUNTER -> negotiation.counter(terms(draft), draft.answerBy, target(draft));
            case ACCEPT -> answering.accept(agreement, target(draft));
        }
    }

    /** Drops what waits. Anyone may, also who made it. */
    @Transactional
    void drop(AgreementId agreement) {
        drafts.delete(waiting(agreement));
    }

    private DraftEntity waiting(AgreementId agreement) {
        return drafts.waiting(agreement)
                .filter(draft -> clock.instant().isBefore(draft.answerBy))
                .orElseThrow(() -> new ProblemException(
                        ApprovalProblem.APPROVAL_NOT_WAITING, "Nothing under " + agreement + " waits for approval"));
    }

    private DraftEntity draft(DraftEntity.Kind move, AgreementId agreement, Instant answerBy) {
        drafts.waiting(agreement).ifPresent(earlier -> {
            throw new ProblemException(
                    ApprovalProblem.APPROVAL_WAITING,
                    "A move by " + earlier.draftedBy + " waits for approval; approve or drop it first");
        });
        DraftEntity draft = new DraftEntity();
        draft.agreement = agreement.value();
        draft.move = move;
        draft.answerBy = answerBy;
        draft.draftedBy = name();
        draft.draftedAt = clock.instant();
        drafts.persist(draft);
        return draft;
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static AgreementTerms terms(DraftEntity draft) {
        return TermsForm.read(Optional.ofNullable(draft.terms).orElseThrow());
    }

    private static DocumentHash target(DraftEntity draft) {
        return new DocumentHash(Optional.ofNullable(draft.target).orElseThrow());
    }
}
