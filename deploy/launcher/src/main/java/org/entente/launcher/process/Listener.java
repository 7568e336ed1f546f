package org.entente.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The process that listens on a port. Linux tells in {@code /proc/net/tcp} and {@code /proc/net/tcp6} which socket has
 * the port, and in {@code /proc/PID/fd} whose socket it is (proc(5)), root of all processes and others of their own.
 *
 * @param pid the process's number
 * @param name the file name of its program
 */
public record Listener(long pid, String name) {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int SOCKET = 9;

    /** Who listens on this port; nothing if nobody does, or if the system does not tell. */
    public static Optional<Listener> on(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : TABLES) {
            sockets.addAll(listening(PROC.resolve(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(sockets, process.pid()))
                .findFirst()
                .map(process -> new Listener(process.pid(), name(process)));
    }

    @Override
    public String toString() {
        return "process " + pid + ", " + name;
    }

    /** The links that stand in {@code /proc/PID/fd} for the sockets which listen on this port. */
    private static List<String> listening(Path table, int port) {
        String ending = ":%04X".formatted(port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > SOCKET
                            && fields[LOCAL_ADDRESS].endsWith(ending)
                            && fields[STATE].equals(LISTENING))
                    .map(fields -> "socket:[" + fields[SOCKET] + "]")
                    .toList();
        } catch (IOException | UncheckedIOException notLinux) {
            return List.of();
        }
    }

    private static boolean holdsOneOf(Set<String> sockets, long pid) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException anothersOrGone) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("unknown program");
    }
}
