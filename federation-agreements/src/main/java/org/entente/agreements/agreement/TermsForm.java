package org.entente.agreements.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;
import org.erdtman.jcs.JsonCanonicalizer;

/** Terms in the JSON form in which they are signed, so that every term is covered, also one that is added later. */
public final class TermsForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DocumentId ANY_ID = new DocumentId(new UUID(0, 0));

    private TermsForm() {}

    /** The terms as they stand in a signed document. */
    public static JsonNode tree(AgreementTerms terms) {
        return document(terms).path("body").path("terms");
    }

    /** The terms from the form that {@link #text} gives. */
    public static AgreementTerms read(String text) {
        return ((AgreementVersion) DocumentCodec.read(bytes(text)).body()).terms();
    }

    /** The terms as text, to be kept until they are signed. */
    public static String text(AgreementTerms terms) {
        return document(terms).toString();
    }

    /** The same terms as another version for another time. */
    public static AgreementTerms with(AgreementTerms terms, int version, Window validity) {
        ObjectNode document = document(terms);
        ObjectNode changed = (ObjectNode) document.path("body").path("terms");
        changed.put("version", version);
        changed.putObject("validity")
                .put("from", validity.from().toString())
                .put("to", validity.to().toString());
        return read(document.toString());
    }

    private static byte[] bytes(String text) {
        try {
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Terms are kept in a form that can be read", impossible);
        }
    }

    private static ObjectNode document(AgreementTerms terms) {
        Document<AgreementVersion> whole = new Document<>(
                ANY_ID,
                terms.host(),
                terms.home(),
                Instant.EPOCH,
                List.of(),
                new AgreementVersion(terms, Instant.EPOCH));
        try {
            return (ObjectNode) JSON.readTree(DocumentCodec.write(whole));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Terms can always be written", impossible);
        }
    }
}
