package org.entente.agreements.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.OperatorId;

/**
 * What is measured of the exchange with each partner, for the operator's monitoring:
 *
 * <ul>
 *   <li>{@code entente.partner.delivery}: how long tries to deliver a document took, by partner, document type and outcome
 *       (answered, rejected, failed);
 *   <li>{@code entente.partner.refusals}: refusals by partner, code, and who refused ({@code theirs}, {@code ours}).
 * </ul>
 *
 * <p>A partner chooses its codes, and each new one would be a time series for ever: what is no code, and what comes after its
 * first {@value #CODES_MAX} codes, counts as {@code OTHER}.
 */
@ApplicationScoped
public class PartnerMeters {
    private static final int CODES_MAX = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final MeterRegistry registry;
    private final Map<OperatorId, Set<String>> codes = new ConcurrentHashMap<>();

    PartnerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void tried(OutboxEntity document, Delivery came, Duration took) {
        String outcome = switch (came) {
            case Delivery.Answered answered -> "answered";
            case Delivery.Rejected rejected -> "rejected";
            case Delivery.Failed failed -> "failed";
        };
        registry.timer(
                        "entente.partner.delivery",
                        "partner",
                        document.partner,
                        "document",
                        document.documentType,
                        "outcome",
                        outcome)
                .record(took);
        if (came instanceof Delivery.Rejected rejected) {
            refused(new OperatorId(document.partner), rejected.code(), "theirs");
        }
    }

    /** Counts a partner's signed answer if it is a refusal. */
    void answered(OperatorId partner, DocumentBody answer) {
        if (answer instanceof Refusal refusal) {
            refused(partner, refusal.code(), "theirs");
        }
    }

    /** Counts our signed answer to a partner if it is a refusal. */
    void replied(OperatorId partner, DocumentBody reply) {
        if (reply instanceof Refusal refusal) {
            refusedByUs(partner, refusal.code());
        }
    }

    /** We refused something of a partner. */
    void refusedByUs(OperatorId partner, String code) {
        refused(partner, code, "ours");
    }

    private void refused(OperatorId partner, String code, String whose) {
        registry.counter(
                        "entente.partner.refusals",
                        "partner",
                        partner.value(),
                        "code",
                        known(partner, code),
                        "whose",
                        whose)
                .increment();
    }

    private String known(OperatorId partner, String code) {
        Set<String> seen = codes.computeIfAbsent(partner, any -> ConcurrentHashMap.newKeySet());
        boolean counts =
                seen.contains(code) || (CODE.matcher(code).matches() && seen.size() < CODES_MAX && seen.add(code));
        return counts ? code : "OTHER";
    }
}
