package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ListenerTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessThatListensIsNamed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Listener listener = Listener.on(socket.getLocalPort()).orElseThrow();

            assertThat(listener.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(listener).hasToString("process " + listener.pid() + ", java");
        }
    }

    @Test
    void nobodyListensOnAFreePort() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(Listener.on(free)).isEmpty();
    }
}
