package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/**
 * Inviting a partner. Reading its discovery document happens while the engineer waits, outside any transaction, because
 * the engineer must see the fingerprint, and nothing changes at the partner.
 */
@ApplicationScoped
public class Invitations {
    private final OperatorConfig self;
    private final DiscoveryClient discoveries;
    private final Partners partners;
    private final InstantSource clock;

    Invitations(OperatorConfig self, DiscoveryClient discoveries, Partners partners, InstantSource clock) {
        this.self = self;
        this.discoveries = discoveries;
        this.partners = partners;
        this.clock = clock;
    }

    /** The partner at this address, invited now or earlier. */
    Partner invite(URI url) {
        Discovery discovery = discoveries.fetch(url);
        OperatorId operator = operator(discovery);
        List<PublishedKey> keys = keys(discovery, operator);
        Optional<Partner> known = partners.find(operator);
        if (known.isPresent()) {
            if (!known.get().url().equals(url)) {
                throw new ProblemException(
                        PartnerProblem.PARTNER_EXISTS,
                        operator + " was already invited at " + known.get().url());
            }
            return known.get();
        }
        return partners.invited(url, discovery, keys, clock.instant());
    }

    Partner confirm(OperatorId operator, String fingerprint) {
        return partners.confirmed(operator, fingerprint, clock.instant());
    }

    private OperatorId operator(Discovery discovery) {
        if (!discovery.versions().contains(Discovery.VERSION)) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_VERSION_UNKNOWN,
                    discovery.operator() + " speaks versions " + discovery.versions() + " of the protocol, we speak "
                            + Discovery.VERSION);
        }
        if (discovery.operator().equals(self.id())) {
            throw new ProblemException(PartnerProblem.PARTNER_IS_SELF, "An operator cannot invite itself");
        }
        return new OperatorId(discovery.operator());
    }

    private static List<PublishedKey> keys(Discovery discovery, OperatorId operator) {
        if (discovery.keys().isEmpty() || discovery.keys().size() > 8) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_ANSWER_UNREADABLE, operator + " must publish one to eight keys");
        }
        try {
            return discovery.keys().stream()
                    .map(jwk -> PublishedKey.of(PublishedKey.parsed(jwk), Instant.EPOCH))
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_ANSWER_UNREADABLE,
                    "A key of " + operator + " cannot be used: " + wrong.getMessage(),
                    wrong);
        }
    }
}
