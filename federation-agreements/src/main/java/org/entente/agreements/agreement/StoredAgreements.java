package org.entente.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/** The agreement versions in PostgreSQL. */
@ApplicationScoped
public class StoredAgreements implements Agreements, PanacheRepositoryBase<AgreementEntity, AgreementEntity.Key> {
    @Override
    @Transactional
    public Optional<SignedAgreement> find(AgreementId agreement) {
        return versions(agreement).stream()
                .filter(version -> version.state.bothSigned())
                .reduce((earlier, later) -> later)
                .map(AgreementEntity::signedAgreement);
    }

    @Override
    @Transactional
    public List<SignedAgreement> signedVersions(AgreementId agreement) {
        return versions(agreement).stream()
                .filter(version -> version.state.bothSigned())
                .map(AgreementEntity::signedAgreement)
                .toList();
    }

    @Override
    @Transactional
    public List<SignedAgreement> all() {
        Map<String, Optional<AgreementEntity>> latest = listAll(Sort.by("agreement")).stream()
                .filter(version -> version.state.bothSigned())
                .collect(Collectors.groupingBy(
                        version -> version.agreement,
                        TreeMap::new,
                        Collectors.maxBy(Comparator.comparingInt(version -> version.number))));
        return latest.values().stream()
                .flatMap(Optional::stream)
                .map(AgreementEntity::signedAgreement)
                .toList();
    }

    List<AgreementEntity> versions(AgreementId agreement) {
        return list("agreement", Sort.by("number"), agreement.value());
    }

    void add(VerifiedDocument<AgreementVersion> document, AgreementState state, Instant now) {
        AgreementTerms terms = document.body().terms();
        AgreementEntity entity = new AgreementEntity();
        entity.agreement = terms.agreement().value();
        entity.number = terms.version();
        entity.host = terms.host().value();
        entity.home = terms.home().value();
        entity.state = state;
        entity.document = SignedDocumentJson.write(document.signed());
        entity.documentHash = document.hash().value();
        entity.changedAt = now;
        persist(entity);
    }

    /** The version with exactly these bytes, or a problem. */
    AgreementEntity withBytesOf(VerifiedDocument<AgreementVersion> document) {
        AgreementTerms terms = document.body().terms();
        return findByIdOptional(new AgreementEntity.Key(terms.agreement().value(), terms.version()))
                .filter(entity -> entity.documentHash.equals(document.hash().value()))
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_UNKNOWN,
                        "Version " + terms.version() + " of " + terms.agreement() + " was never proposed like this"));
    }
}
