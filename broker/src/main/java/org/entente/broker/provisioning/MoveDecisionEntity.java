package org.entente.broker.provisioning;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's decision that what may move from a site that is cut off shall move. Never changed. */
@Entity
@Table(schema = "broker", name = "move_decision")
class MoveDecisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long decision;

    String site;

    /** The cut for which it was taken: it says nothing about a later one. */
    Instant outOfReachSince;

    String decidedBy;
    Instant decidedAt;
    String reason;
}
