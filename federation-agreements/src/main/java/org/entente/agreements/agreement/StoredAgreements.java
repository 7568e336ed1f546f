package org.entente.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.terms.AgreementTerms;

/** The signed agreement versions in PostgreSQL. */
@ApplicationScoped
public class StoredAgreements implements Agreements, PanacheRepositoryBase<AgreementEntity, AgreementEntity.Key> {
    private final StoredNotices notices;

    StoredAgreements(StoredNotices notices) {
        this.notices = notices;
    }

    @Override
    @Transactional
    public Optional<SignedAgreement> find(AgreementId agreement) {
        return find("agreement", Sort.descending("number"), agreement.value())
                .firstResultOptional()
                .map(AgreementEntity::signedAgreement);
    }

    @Override
    @Transactional
    public List<SignedAgreement> signedVersions(AgreementId agreement) {
        return versions(agreement).stream()
                .map(AgreementEntity::signedAgreement)
                .toList();
    }

    @Override
    @Transactional
    public List<SignedAgreement> all() {
        Map<String, Optional<AgreementEntity>> latest = listAll(Sort.by("agreement")).stream()
                .collect(Collectors.groupingBy(
                        version -> version.agreement,
                        TreeMap::new,
                        Collectors.maxBy(Comparator.comparingInt(version -> version.number))));
        return latest.values().stream()
                .flatMap(Optional::stream)
                .map(AgreementEntity::signedAgreement)
                .toList();
    }

    @Override
    @Transactional
    public AgreementHistory history(AgreementId agreement) {
        return new AgreementHistory(
                versions(agreement).stream()
                        .map(AgreementEntity::signedAgreement)
                        .toList(),
                notices.thatCount(agreement));
    }

    /** Every version under every agreement, in their order. */
    @Transactional
    public List<SignedAgreement> versions() {
        return listAll(Sort.by("agreement").and("number")).stream()
                .map(AgreementEntity::signedAgreement)
                .toList();
    }

    /** A version with both signatures. */
    @Transactional
    public Optional<SignedDocument> document(AgreementId agreement, int number) {
        return findByIdOptional(new AgreementEntity.Key(agreement.value(), number))
                .map(AgreementEntity::signed);
    }

    /** Keeps a version that both signed, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void add(SignedDocument signed, Instant now) {
        AgreementTerms terms =
                ((AgreementVersion) DocumentCodec.read(signed.payloadBytes()).body()).terms();
        AgreementEntity entity = new AgreementEntity();
        entity.agreement = terms.agreement().value();
        entity.number = terms.version();
        entity.host = terms.host().value();
        entity.home = terms.home().value();
        entity.state = AgreementState.SIGNED;
        entity.document = SignedDocumentJson.write(signed);
        entity.documentHash = signed.hash().value();
        entity.changedAt = now;
        persist(entity);
    }

    private List<AgreementEntity> versions(AgreementId agreement) {
        return list("agreement", Sort.by("number"), agreement.value());
    }
}
