package org.entente.agreements.partner;

import org.entente.agreements.language.OperatorId;

/**
 * The clients with which partners' brokers log in at our own identity provider (OAuth 2.0 client credentials with a
 * signed client assertion, RFC 7523 section 2.2). Each method may be repeated: it makes things so, however they were.
 */
public interface PartnerClients {
    /** The partner's broker may log in, with the keys that the partner publishes. */
    void allow(Partner partner);

    /** The client stays, and nobody can log in with it. */
    void suspend(OperatorId partner);

    /** There is no such client. */
    void remove(OperatorId partner);
}
