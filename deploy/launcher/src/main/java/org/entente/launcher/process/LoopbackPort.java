package org.entente.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Asks whether a port of the loopback address is free. */
public final class LoopbackPort {
    private static final int CONNECT_MILLIS = 500;

    private LoopbackPort() {}

    /** Whether a program can listen on this port now: nobody answers there, and it can be bound. */
    public static boolean free(int port) {
        return !answers(port) && bindable(port);
    }

    /** Whether some program listens on this port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
