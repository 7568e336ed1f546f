package org.entente.agreements.keys;

import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;

/** Signs for this operator. The private key stays behind this port. */
public interface DocumentSigner {
    OperatorId operator();

    PublishedKey publishedKey();

    /** A further entry over the document's payload. */
    SignedDocument.Signature sign(String payload);
}
