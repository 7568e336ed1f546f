package org.entente.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.agreements.negotiation.ModelNetwork.Happening;
import org.entente.agreements.negotiation.NegotiationState.Closed;
import org.entente.agreements.negotiation.NegotiationState.Proposed;
import org.entente.agreements.negotiation.NegotiationState.Received;
import org.junit.jupiter.api.Test;

/** Two moves that cross on their way have one outcome, the same on both sides, whichever arrives first. */
class CrossingMovesTest {
    @Test
    void ofTwoProposalsAtOnceTheHostsStands() {
        for (boolean hostFirst : new boolean[] {true, false}) {
            ModelNetwork network = new ModelNetwork(1);
            network.happens(Happening.HOST_PROPOSES);
            network.happens(Happening.HOME_PROPOSES);
            network.happens(hostFirst ? Happening.HOST_IS_HEARD : Happening.HOME_IS_HEARD);
            network.drain();

            assertThat(network.host().state()).isInstanceOf(Proposed.class);
            assertThat(network.home().state()).isInstanceOf(Received.class);
            assertThat(network.home().onTable()).isEqualTo(network.host().onTable());
        }
    }

    @Test
    void anAcceptanceBeatsTheWithdrawalThatItCrosses() {
        for (boolean hostFirst : new boolean[] {true, false}) {
            ModelNetwork network = crossing(Happening.HOST_WITHDRAWS, Happening.HOME_ACCEPTS, hostFirst);

            assertThat(network.host().state()).isEqualTo(network.home().state());
            assertThat(((Closed) network.host().state()).how()).isEqualTo(Closing.SIGNED);
            assertThat(network.host().signed()).hasSize(1);
        }
    }

    @Test
    void aRejectionBeatsTheWithdrawalThatItCrosses() {
        for (boolean hostFirst : new boolean[] {true, false}) {
            ModelNetwork network = crossing(Happening.HOST_WITHDRAWS, Happening.HOME_REJECTS, hostFirst);

            assertThat(network.host().state()).isEqualTo(network.home().state());
            assertThat(((Closed) network.host().state()).how()).isEqualTo(Closing.REJECTED);
        }
    }

    @Test
    void aCounterProposalBeatsTheWithdrawalThatItCrosses() {
        for (boolean hostFirst : new boolean[] {true, false}) {
            ModelNetwork network = crossing(Happening.HOST_WITHDRAWS, Happening.HOME_COUNTERS, hostFirst);

            assertThat(network.host().state()).isInstanceOf(Received.class);
            assertThat(network.home().state()).isInstanceOf(Proposed.class);
        }
    }

    private static ModelNetwork crossing(Happening byHost, Happening byHome, boolean hostFirst) {
        ModelNetwork network = new ModelNetwork(1);
        network.happens(Happening.HOST_PROPOSES);
        network.drain();
        network.happens(byHost);
        network.happens(byHome);
        network.happens(hostFirst ? Happening.HOST_IS_HEARD : Happening.HOME_IS_HEARD);
        network.drain();
        return network;
    }
}
