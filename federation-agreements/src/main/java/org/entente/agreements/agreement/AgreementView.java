package org.entente.agreements.agreement;

import java.time.Instant;
import java.util.Locale;
import org.entente.agreements.terms.AgreementTerms;

/** An agreement version as people see it, with what it waits for, if anything. */
public record AgreementView(
        String agreement,
        int version,
        String state,
        String waitsFor,
        String host,
        String home,
        Instant from,
        Instant to,
        String currency,
        String hash,
        AgreementTerms terms) {
    static AgreementView of(AgreementEntity entity) {
        AgreementTerms terms = entity.terms();
        return new AgreementView(
                entity.agreement,
                entity.number,
                entity.state.name().toLowerCase(Locale.ROOT),
                waitsFor(entity),
                entity.host,
                entity.home,
                terms.validity().from(),
                terms.validity().to(),
                terms.rateCard().currency().getCurrencyCode(),
                entity.documentHash,
                terms);
    }

    private static String waitsFor(AgreementEntity entity) {
        return switch (entity.state) {
            case PROPOSED -> entity.home + " must accept it";
            case RECEIVED -> "an engineer of " + entity.home + " must accept it";
            case ACCEPTING -> entity.host + " must confirm that it has both signatures";
            case SIGNED -> "";
        };
    }
}
