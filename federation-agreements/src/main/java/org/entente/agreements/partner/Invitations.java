package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/**
 * Inviting a partner. Reading its discovery document happens while the engineer waits, outside any transaction, because
 * the engineer must see the fingerprint, and nothing changes at the partner.
 */
@ApplicationScoped
public class Invitations {
    private static final int KEYS_MAX = 8;

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

    /**
     * What is published at an address.
     *
     * @param otherHosts where else its peering API or identity provider may be, by what its engineer said
     */
    Discovery discover(URI url, Set<String> otherHosts) {
        return discoveries.fetch(url, otherHosts);
    }

    /** The partner at this address, invited now or earlier. Its keys are taken anew until they are confirmed. */
    Partner invite(URI url, Discovery discovery) {
        OperatorId operator = operator(discovery);
        List<PublishedKey> keys = keys(discovery, operator);
        Optional<Partner> known = partners.find(operator);
        if (known.isPresent()) {
            if (!known.get().url().equals(url)) {
                throw new ProblemException(
                        PartnerProblem.PARTNER_EXISTS,
                        operator + " was already invited at " + known.get().url());
            }
            return partners.refreshed(operator, keys);
        }
        return partners.invited(url, discovery, keys, clock.instant());
    }

    /** The keys that a partner publishes now, at the address where it was invited. */
    public List<PublishedKey> published(Partner partner) {
        Set<String> hosts = Stream.of(partner.peering(), partner.tokenEndpoint())
                .map(URI::getHost)
                .collect(Collectors.toSet());
        return keys(discoveries.fetch(partner.url(), hosts), partner.operator());
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
        try {
            discovery.check();
            return new OperatorId(discovery.operator());
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_ANSWER_UNREADABLE,
                    "What is published there cannot be used: " + wrong.getMessage(),
                    wrong);
        }
    }

    private static List<PublishedKey> keys(Discovery discovery, OperatorId operator) {
        if (discovery.keys().isEmpty() || discovery.keys().size() > KEYS_MAX) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_ANSWER_UNREADABLE, operator + " must publish one to " + KEYS_MAX + " keys");
        }
        try {
            return discovery.keys().stream().map(PublishedKey::published).toList();
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_ANSWER_UNREADABLE,
                    "A key of " + operator + " cannot be used: " + wrong.getMessage(),
                    wrong);
        }
    }
}
