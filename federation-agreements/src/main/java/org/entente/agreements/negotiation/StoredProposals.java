package org.entente.agreements.negotiation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.problem.ProblemException;

/** Everything that was ever proposed, in PostgreSQL. Every method runs in the caller's transaction. */
@ApplicationScoped
public class StoredProposals implements PanacheRepositoryBase<ProposalEntity, String> {
    List<ProposalEntity> under(AgreementId agreement) {
        return list("agreement", Sort.by("round"), agreement.value());
    }

    List<ProposalEntity> open() {
        return list("closing is null", Sort.by("agreement").and("round"));
    }

    void add(VerifiedDocument<AgreementVersion> proposal, Instant now) {
        AgreementId agreement = proposal.body().terms().agreement();
        ProposalEntity entity = new ProposalEntity();
        entity.hash = proposal.hash().value();
        entity.agreement = agreement.value();
        entity.number = proposal.body().terms().version();
        entity.round = (int) count("agreement", agreement.value()) + 1;
        entity.proposer = proposal.document().issuer().value();
        entity.document = SignedDocumentJson.write(proposal.signed());
        entity.proposedAt = now;
        persist(entity);
    }

    ProposalEntity with(DocumentHash hash) {
        return findByIdOptional(hash.value())
                .orElseThrow(() -> new ProblemException(
                        NegotiationProblem.NEGOTIATION_OTHER_BYTES,
                        NegotiationProblem.NEGOTIATION_OTHER_BYTES.sentence()));
    }

    /** Keeps the same bytes with one more signature. */
    void signed(DocumentHash hash, SignedDocument signed) {
        with(hash).document = SignedDocumentJson.write(signed);
    }

    void closed(DocumentHash hash, Closing how, Instant now) {
        findByIdOptional(hash.value()).ifPresent(entity -> {
            entity.closing = how;
            entity.closedAt = now;
        });
    }
}
