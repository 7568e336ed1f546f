package org.entente.broker.administration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A push at one site. */
@Entity
@Table(schema = "broker", name = "push_target")
class PushTargetEntity {
    @Id
    UUID target;

    UUID push;
    String site;

    @Enumerated(EnumType.STRING)
    PushContent.Kind kind;

    @Enumerated(EnumType.STRING)
    PushState state;

    @Nullable @Enumerated(EnumType.STRING)
    PushChange change;

    @Nullable String code;

    @Nullable String sentence;

    int attempts;
    Instant askedAt;
    Instant deadline;
    Instant dueAt;

    @Nullable Instant finishedAt;

    @Version
    int version;

    static PushTargetEntity of(PushEntity push, String site) {
        PushTargetEntity target = new PushTargetEntity();
        target.target = UUID.randomUUID();
        target.push = push.push;
        target.site = site;
        target.kind = push.kind;
        target.state = PushState.WAITING;
        target.askedAt = push.askedAt;
        target.deadline = push.deadline;
        target.dueAt = push.askedAt;
        return target;
    }

    void follow(PushResult result, Instant now) {
        switch (result) {
            case PushResult.Done done -> {
                change = done.change();
                ends(PushState.DONE, null, done.sentence(), now);
            }
            case PushResult.Refused refused -> ends(PushState.REFUSED, refused.code(), refused.sentence(), now);
            case PushResult.Waiting waiting -> waits(waiting, now);
        }
    }

    private void waits(PushResult.Waiting waiting, Instant now) {
        if (!now.isBefore(deadline)) {
            ends(PushState.REFUSED, "DEADLINE", "It was to be done by " + deadline + ". " + waiting.sentence(), now);
            return;
        }
        code = waiting.code();
        sentence = waiting.sentence();
        Instant again = now.plus(waiting.pause());
        dueAt = again.isBefore(deadline) ? again : deadline;
    }

    private void ends(PushState end, @Nullable String why, String words, Instant now) {
        state = end;
        code = why;
        sentence = words;
        finishedAt = now;
    }
}
