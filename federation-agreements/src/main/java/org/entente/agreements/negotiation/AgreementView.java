package org.entente.agreements.negotiation;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.terms.AgreementTerms;

/**
 * A version as people see it, signed or still negotiated.
 *
 * @param label names it among all versions and proposals under the agreement: {@code 2} once signed, {@code 2.3} while it
 *     is the third proposal that we know of
 * @param state {@code signed}, or where its negotiation stands
 * @param waitsFor who must do what by when and what happens then, empty when nobody must do anything
 * @param standing how the agreement stands now, on its latest signed version only
 */
public record AgreementView(
        String agreement,
        int version,
        String label,
        String state,
        String waitsFor,
        Optional<Waiting> waiting,
        Optional<String> standing,
        String host,
        String home,
        Instant from,
        Instant to,
        Optional<Instant> answerBy,
        String currency,
        String hash,
        AgreementTerms terms) {}
