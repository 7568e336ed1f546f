package org.entente.metering.observation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.terms.BillingCalendar;

/** The one row of an instance that changes. It is only ever read to be changed with its row locked. */
@Entity
@Table(schema = "metering", name = "metering_cursor")
class CursorEntity {
    @Id
    String instance;

    @Column(name = "recorded_until")
    Instant recordedUntil;

    @Column(name = "metered_until")
    Instant meteredUntil;

    /** The midnight at which the open stretch ends, unless the instance ends before. */
    @Column(name = "next_midnight")
    Instant nextMidnight;

    @Column(name = "ended_at")
    Instant endedAt;

    @Version
    int version;

    static CursorEntity of(MeteredInstance instance, Cursor cursor) {
        CursorEntity entity = new CursorEntity();
        entity.instance = instance.instance().value();
        entity.move(cursor, instance.calendar());
        return entity;
    }

    Cursor cursor() {
        return new Cursor(recordedUntil, meteredUntil, Optional.ofNullable(endedAt));
    }

    void move(Cursor to, BillingCalendar calendar) {
        recordedUntil = to.recordedUntil();
        meteredUntil = to.meteredUntil();
        nextMidnight = calendar.nextMidnight(to.recordedUntil());
        endedAt = to.endedAt().orElse(null);
    }
}
