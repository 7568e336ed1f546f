package org.entente.agreements.keys;

/** This operator's key store or token. Keys are made in it by its own tools; here they are only used. */
public interface SigningKeys {
    /** The signer with the key of this alias, or an {@link IllegalStateException} with a plain sentence. */
    DocumentSigner signer(String alias);
}
