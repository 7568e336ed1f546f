package org.entente.agreements.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.entente.agreements.negotiation.ModelSide.Deed;
import org.entente.agreements.negotiation.ModelSide.Letter;
import org.entente.agreements.negotiation.ModelSide.Reply;

/** Two operators and what lies between them, which loses, repeats, delays and reorders whatever it likes. */
final class ModelNetwork {
    static final int ANSWER_SECONDS = 10;
    private static final int DRAIN_MAX = 1000;

    private final ModelSide host = new ModelSide(Side.HOST);
    private final ModelSide home = new ModelSide(Side.HOME);
    private final Random random;
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    ModelNetwork(long seed) {
        this.random = new Random(seed);
    }

    /** One thing that happens, by its number. */
    enum Happening {
        HOST_PROPOSES,
        HOST_COUNTERS,
        HOST_ACCEPTS,
        HOST_REJECTS,
        HOST_WITHDRAWS,
        HOME_PROPOSES,
        HOME_COUNTERS,
        HOME_ACCEPTS,
        HOME_REJECTS,
        HOME_WITHDRAWS,
        HOST_IS_HEARD,
        HOME_IS_HEARD,
        HOST_IS_HEARD_BUT_THE_ANSWER_IS_LOST,
        HOME_IS_HEARD_BUT_THE_ANSWER_IS_LOST,
        SOMETHING_OLD_ARRIVES_AGAIN,
        TIME_PASSES
    }

    /** Lets something happen, and says whether it changed anything. */
    boolean happens(Happening what) {
        return switch (what) {
            case HOST_PROPOSES -> host.play(Deed.PROPOSE, now);
            case HOST_COUNTERS -> host.play(Deed.COUNTER, now);
            case HOST_ACCEPTS -> host.play(Deed.ACCEPT, now);
            case HOST_REJECTS -> host.play(Deed.REJECT, now);
            case HOST_WITHDRAWS -> host.play(Deed.WITHDRAW, now);
            case HOME_PROPOSES -> home.play(Deed.PROPOSE, now);
            case HOME_COUNTERS -> home.play(Deed.COUNTER, now);
            case HOME_ACCEPTS -> home.play(Deed.ACCEPT, now);
            case HOME_REJECTS -> home.play(Deed.REJECT, now);
            case HOME_WITHDRAWS -> home.play(Deed.WITHDRAW, now);
            case HOST_IS_HEARD -> deliver(host, home, true);
            case HOME_IS_HEARD -> deliver(home, host, true);
            case HOST_IS_HEARD_BUT_THE_ANSWER_IS_LOST -> deliver(host, home, false);
            case HOME_IS_HEARD_BUT_THE_ANSWER_IS_LOST -> deliver(home, host, false);
            case SOMETHING_OLD_ARRIVES_AGAIN -> repeat(host, home) || repeat(home, host);
            case TIME_PASSES -> later();
        };
    }

    /** The network behaves from now on, until nothing is on its way, and every deadline passes. */
    void settle() {
        for (int round = 0; round < DRAIN_MAX; round++) {
            if (!deliver(host, home, true) && !deliver(home, host, true)) {
                now = now.plusSeconds(2L * ANSWER_SECONDS);
                host.look(now);
                home.look(now);
                return;
            }
        }
        throw new AssertionError("The two never came to rest");
    }

    /** The network behaves, and no deadline passes. */
    void drain() {
        boolean moved = true;
        while (moved) {
            moved = deliver(host, home, true) || deliver(home, host, true);
        }
    }

    ModelSide host() {
        return host;
    }

    ModelSide home() {
        return home;
    }

    private boolean deliver(ModelSide from, ModelSide to, boolean answered) {
        if (from.head().isEmpty()) {
            return false;
        }
        Reply reply = to.receive(from.head().get(), now);
        if (answered) {
            from.answered(reply, now);
        }
        return true;
    }

    /** A copy of an earlier delivery arrives: it must have been received before, or the outbox would still hold it. */
    private boolean repeat(ModelSide from, ModelSide to) {
        List<Letter> answered = from.everSent().stream()
                .filter(letter -> from.head().filter(letter::equals).isEmpty())
                .filter(to::knows)
                .toList();
        if (answered.isEmpty()) {
            return false;
        }
        from.answered(to.receive(answered.get(random.nextInt(answered.size())), now), now);
        return true;
    }

    private boolean later() {
        now = now.plusSeconds(ANSWER_SECONDS / 2 + 1);
        (random.nextBoolean() ? host : home).look(now);
        return true;
    }
}
