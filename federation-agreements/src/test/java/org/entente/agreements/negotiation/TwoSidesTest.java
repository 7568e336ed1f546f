package org.entente.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.entente.agreements.negotiation.ModelNetwork.Happening;
import org.entente.agreements.negotiation.NegotiationState.Closed;
import org.entente.agreements.negotiation.NegotiationState.Idle;
import org.entente.agreements.negotiation.NegotiationState.Refused;
import org.junit.jupiter.api.Test;

/** Both sides end in the same state, whatever they try and whatever the network does to it. */
class TwoSidesTest {
    private static final Happening[] ALL = Happening.values();
    private static final int SHORT = 7;
    private static final int SEEDS = 20_000;

    @Property(tries = 2000)
    void bothEndAlikeAfterAnything(@ForAll @Size(min = 1, max = 40) List<Happening> script, @ForAll long seed) {
        ModelNetwork network = new ModelNetwork(seed);

        script.forEach(network::happens);

        assertAlike(network, script);
    }

    @Test
    void bothEndAlikeForManySeedsOfLongTalks() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            ModelNetwork network = new ModelNetwork(seed);
            List<Happening> script = IntStream.range(0, 60)
                    .mapToObj(step -> ALL[random.nextInt(ALL.length)])
                    .toList();
            script.forEach(network::happens);
            assertAlike(network, script);
        }
    }

    @Test
    void bothEndAlikeAfterEveryShortScript() {
        long scripts = everyScript(new ArrayList<>());

        assertThat(scripts).as("scripts of which every step did something").isGreaterThan(2000);
    }

    @Test
    void everyEndIsReached() {
        List<Closing> seen = new ArrayList<>();
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            ModelNetwork network = new ModelNetwork(seed);
            IntStream.range(0, 30).forEach(step -> network.happens(ALL[random.nextInt(ALL.length)]));
            network.settle();
            if (network.host().state() instanceof Closed closed) {
                seen.add(closed.how());
            }
        }

        assertThat(seen).contains(Closing.SIGNED, Closing.REJECTED, Closing.WITHDRAWN, Closing.EXPIRED);
    }

    /** Depth first through every script up to a length, leaving out steps that do nothing. */
    private static long everyScript(List<Happening> script) {
        long count = 1;
        for (Happening next : ALL) {
            List<Happening> longer = new ArrayList<>(script);
            longer.add(next);
            ModelNetwork network = new ModelNetwork(7);
            boolean useful = true;
            for (Happening step : longer) {
                useful = network.happens(step);
            }
            if (!useful) {
                continue;
            }
            assertAlike(network, longer);
            if (longer.size() < SHORT) {
                count += everyScript(longer);
            }
        }
        return count;
    }

    private static void assertAlike(ModelNetwork network, List<Happening> script) {
        network.settle();
        assertThat(network.host().state()).as("after %s", script).matches(TwoSidesTest::isAtRest);
        assertThat(network.home().state()).as("after %s", script).matches(TwoSidesTest::isAtRest);
        assertThat(network.host().signed())
                .as("signed versions after %s", script)
                .isEqualTo(network.home().signed());
        assertThat(network.host().closed())
                .as("what became of each proposal after %s", script)
                .isEqualTo(network.home().closed());
        assertThat(network.host().state().lastShared())
                .as("the last proposal after %s", script)
                .isEqualTo(network.home().state().lastShared());
    }

    private static boolean isAtRest(NegotiationState state) {
        return state instanceof Closed || state instanceof Refused || state instanceof Idle;
    }
}
