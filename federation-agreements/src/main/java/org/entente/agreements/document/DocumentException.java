package org.entente.agreements.document;

/** A document that cannot be believed: nothing in it may be used or stored. */
public final class DocumentException extends RuntimeException {
    /** What was wrong with it. */
    public enum Code {
        /** Not the JSON form of a signed document, or its payload is not canonical JSON. */
        DOCUMENT_MALFORMED,
        DOCUMENT_TYPE_UNKNOWN,
        /** A field is missing, unknown, or holds a value that its type does not allow. */
        DOCUMENT_INVALID,
        /** A signature's header asks for something other than the accepted algorithms and fields. */
        SIGNATURE_HEADER_REFUSED,
        /** The key that a signature names is not one of the signer's. */
        SIGNATURE_KEY_UNKNOWN,
        /** The key that a signature names counted only before or only after the document was issued. */
        SIGNATURE_KEY_NOT_IN_USE,
        /** The key that a signature names may be in other hands since before the signature. */
        SIGNATURE_KEY_REVOKED,
        SIGNATURE_WRONG,
        SIGNATURE_MISSING
    }

    private static final long serialVersionUID = 1L;
    private final Code code;

    public DocumentException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public DocumentException(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
