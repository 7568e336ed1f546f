package org.entente.metering.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entente.agreements.document.SignedDocument;

/** A signed document as text in the JWS JSON serialization (RFC 7515 section 7.2.1). */
final class JwsJson {
    /** RFC 7515 section 9.2.2. */
    static final String MEDIA_TYPE = "application/jose+json";

    private JwsJson() {}

    static String text(SignedDocument signed) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("payload", signed.payload());
        var signatures = whole.putArray("signatures");
        signed.signatures()
                .forEach(each -> signatures
                        .addObject()
                        .put("protected", each.protectedHeader())
                        .put("signature", each.signature()));
        return whole.toString();
    }
}
