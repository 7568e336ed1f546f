package org.entente.broker.administration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an engineer pushed, and how far it is at each site.
 *
 * @param kind flavour, key, quota or image
 * @param name what it is called, where it has a name
 * @param state {@code waiting} while a site waits, else {@code done}, or {@code refused} where any site has it not
 * @param sites one page of the sites, by name
 */
public record PushView(
        UUID push,
        String kind,
        Optional<String> name,
        String askedBy,
        Instant askedAt,
        Instant deadline,
        String state,
        long done,
        long refused,
        long waiting,
        List<TargetView> sites) {

    /**
     * How far it is at one site.
     *
     * @param change what was done for it, as {@link PushChange} says, in small letters
     * @param code why it waits or was refused
     */
    public record TargetView(
            String site,
            String state,
            Optional<String> change,
            Optional<String> code,
            Optional<String> sentence,
            int attempts,
            Optional<Instant> finishedAt) {
        static TargetView of(PushTargetEntity target) {
            return new TargetView(
                    target.site,
                    word(target.state),
                    Optional.ofNullable(target.change).map(PushView::word),
                    Optional.ofNullable(target.code),
                    Optional.ofNullable(target.sentence),
                    target.attempts,
                    Optional.ofNullable(target.finishedAt));
        }
    }

    static PushView of(PushEntity push, Map<PushState, Long> counts, List<PushTargetEntity> targets) {
        long refused = counts.getOrDefault(PushState.REFUSED, 0L);
        long waiting = counts.getOrDefault(PushState.WAITING, 0L);
        PushState whole = refused > 0 ? PushState.REFUSED : PushState.DONE;
        return new PushView(
                push.push,
                word(push.kind),
                Optional.of(push.name).filter(name -> !name.isEmpty()),
                push.askedBy,
                push.askedAt,
                push.deadline,
                word(waiting > 0 ? PushState.WAITING : whole),
                counts.getOrDefault(PushState.DONE, 0L),
                refused,
                waiting,
                targets.stream().map(TargetView::of).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
