package org.entente.billing;

import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.Pkcs12Signer;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;

/** Two operators in one process, each with its own key and its own schema. The process is one of them at a time. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Peers implements DocumentSigner {
    private static final Map<OperatorId, Pkcs12Signer> SIGNERS =
            Map.of(ALBA, SigningKeys.signerOf(ALBA), BOREAL, SigningKeys.signerOf(BOREAL));

    private volatile OperatorId acting = ALBA;
    private final DataSource database;

    Peers(DataSource database) {
        this.database = database;
    }

    /** From now on the process is this operator. */
    public void become(OperatorId operator) {
        OperatorId before = acting;
        acting = operator;
        if (before.equals(operator)) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema billing rename to billing_" + before);
            statement.execute("alter schema billing_" + operator + " rename to billing");
        } catch (SQLException failed) {
            throw new IllegalStateException("The schemas could not be exchanged", failed);
        }
    }

    /** A document as the other side gets it: signed, sent as text, and verified. */
    public <B extends DocumentBody> VerifiedDocument<B> signed(
            OperatorId issuer, OperatorId audience, Instant issuedAt, List<DocumentHash> buildsOn, B body) {
        Document<B> document =
                new Document<>(new DocumentId(UUID.randomUUID()), issuer, audience, issuedAt, buildsOn, body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        @SuppressWarnings("unchecked") // the body is the one given
        Class<B> type = (Class<B>) body.getClass();
        return verified(new SignedDocument(payload, List.of(signer(issuer).sign(payload))))
                .as(type);
    }

    /** The same document with one more signature. */
    public VerifiedDocument<?> countersigned(VerifiedDocument<?> document, OperatorId by) {
        return verified(document.signed().with(signer(by).sign(document.signed().payload())));
    }

    /** A document with every signature checked. */
    public VerifiedDocument<?> verified(SignedDocument signed) {
        return DocumentVerifier.verify(
                signed,
                SIGNERS.values().stream()
                        .map(signer -> new KeyHistory(signer.operator(), List.of(signer.publishedKey())))
                        .toList());
    }

    @Override
    public OperatorId operator() {
        return acting;
    }

    @Override
    public PublishedKey publishedKey() {
        return signer(operator()).publishedKey();
    }

    @Override
    public SignedDocument.Signature sign(String payload) {
        return signer(operator()).sign(payload);
    }

    private static Pkcs12Signer signer(OperatorId operator) {
        return Objects.requireNonNull(SIGNERS.get(operator));
    }
}
