package org.entente.agreements.partner;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.language.OperatorId;
import org.jspecify.annotations.Nullable;

/** A partner's row. */
@Entity
@Table(schema = "agreements", name = "partner")
class PartnerEntity {
    @Id
    String operator;

    String name;
    String country;
    String url;
    String peering;
    String tokenEndpoint;
    String tokenAudience;

    @Enumerated(EnumType.STRING)
    PartnerState state;

    @Nullable String stateReason;

    @Nullable @Enumerated(EnumType.STRING)
    Standing theirs;

    @Nullable String theirsReason;

    Instant invitedAt;

    @Nullable Instant confirmedAt;

    @Version
    int version;

    @OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "operator", nullable = false)
    @OrderBy("validFrom, keyId")
    List<PartnerKeyEntity> keys = new ArrayList<>();

    Partner partner() {
        OperatorId id = new OperatorId(operator);
        return new Partner(
                id,
                name,
                country,
                URI.create(url),
                URI.create(peering),
                URI.create(tokenEndpoint),
                URI.create(tokenAudience),
                state,
                Optional.ofNullable(stateReason),
                Optional.ofNullable(theirs).orElse(Standing.ACTIVE),
                Optional.ofNullable(theirsReason),
                invitedAt,
                Optional.ofNullable(confirmedAt),
                new KeyHistory(id, keys.stream().map(PartnerKeyEntity::key).toList()));
    }
}
