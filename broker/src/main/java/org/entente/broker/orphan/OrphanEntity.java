package org.entente.broker.orphan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.MarkedResource;
import org.jspecify.annotations.Nullable;

/** One orphan's row. */
@Entity
@Table(schema = "broker", name = "orphan")
class OrphanEntity {
    /** Whether it is to go. */
    enum State {
        FOUND,
        REMOVING
    }

    @Id
    UUID orphan;

    String site;
    String kind;

    @Column(name = "resource")
    String resource;

    String name;
    String instance;

    @Nullable Instant since;

    @Enumerated(EnumType.STRING)
    State state;

    /** Why it could not be removed yet. */
    @Nullable String reason;

    /** Why it is taken for an orphan. */
    String because;

    Instant foundAt;

    @Version
    int version;

    static OrphanEntity of(String site, MarkedResource marked, String because, Instant now) {
        OrphanEntity entity = new OrphanEntity();
        entity.orphan = UUID.randomUUID();
        entity.site = site;
        entity.kind = marked.kind();
        entity.resource = marked.id();
        entity.name = marked.name();
        entity.instance = marked.instance().value();
        entity.since = marked.since().orElse(null);
        entity.state = State.FOUND;
        entity.because = because;
        entity.foundAt = now;
        return entity;
    }

    MarkedResource marked() {
        return new MarkedResource(kind, resource, name, new InstanceId(instance), Optional.ofNullable(since));
    }
}
