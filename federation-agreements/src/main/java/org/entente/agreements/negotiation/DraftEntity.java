package org.entente.agreements.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A move that binds us and waits for a second engineer. Nothing of it has left this operator. */
@Entity
@Table(schema = "agreements", name = "draft")
class DraftEntity {
    /** What the draft would do. */
    enum Kind {
        PROPOSE,
        COUNTER,
        ACCEPT
    }

    @Id
    String agreement;

    @Enumerated(EnumType.STRING)
    Kind move;

    @Nullable String terms;

    @Nullable String target;

    /** When an answer to the proposal would be due; later than this nobody can approve it. */
    Instant answerBy;

    String draftedBy;
    Instant draftedAt;

    @Version
    int version;
}
