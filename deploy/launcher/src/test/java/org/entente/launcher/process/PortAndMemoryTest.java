package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PortAndMemoryTest {
    @Test
    void aPortIsTakenWhileSomebodyListensThere() throws IOException {
        int port;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listener.getLocalPort();

            assertThat(LoopbackPort.answers(port)).isTrue();
            assertThat(LoopbackPort.free(port)).isFalse();
        }
        assertThat(LoopbackPort.answers(port)).isFalse();
        assertThat(LoopbackPort.free(port)).isTrue();
    }

    @Test
    void theMemoryOfThisProcessIsKnown() {
        assertThat(ResidentMemory.mebibytes(ProcessHandle.current().pid()).orElseThrow())
                .isBetween(10L, 100_000L);
    }

    @Test
    void aProcessThatDoesNotExistHoldsNoMemory() {
        assertThat(ResidentMemory.mebibytes(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void patienceEndsWhenTheConditionIsTrueOrTheLimitIsOver() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(Patience.until(() -> asked.incrementAndGet() == 3, Duration.ofMinutes(1)))
                .isTrue();
        assertThat(asked).hasValue(3);
        assertThat(Patience.until(() -> false, Duration.ofMillis(1))).isFalse();
    }
}
