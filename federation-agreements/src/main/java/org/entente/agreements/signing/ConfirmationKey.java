package org.entente.agreements.signing;

import java.io.Serializable;

/** Whose confirmation of which key of ours. */
record ConfirmationKey(String keyId, String partner) implements Serializable {}
