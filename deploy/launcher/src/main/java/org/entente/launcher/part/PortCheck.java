package org.entente.launcher.part;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.launcher.process.Listener;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Ports;

/**
 * Refuses to begin while another program has a port that a part needs.
 *
 * @param free whether a port is free now
 * @param listener who listens on a port, as far as that is known
 */
public record PortCheck(IntPredicate free, IntFunction<Optional<Listener>> listener) {
    private static final int BLOCK = 100;
    private static final int BLOCKS_TRIED = 50;

    /** Throws if a port of one of these parts, none of which runs, is taken. */
    public void require(List<Part> parts, Ports ports) {
        List<Taken> taken = parts.stream()
                .map(Part::description)
                .flatMap(part -> part.ports().stream().map(port -> new Taken(port, part.title())))
                .filter(port -> !free.test(port.number()))
                .toList();
        if (!taken.isEmpty()) {
            throw new LaunchException(sentence(taken, ports));
        }
    }

    private String sentence(List<Taken> taken, Ports ports) {
        String which = taken.stream()
                .map(port -> port.number() + " (needed by " + port.part() + listener(port.number()) + ")")
                .collect(Collectors.joining(", "));
        String advice = freeBase(ports)
                .map(base -> "for example ENTENTE_PORT_BASE=" + base + " ./entente up")
                .orElse("a block of " + Ports.SIZE + " free ports");
        return "Another program has port " + which + ": stop it, or choose other ports with ENTENTE_PORT_BASE, "
                + advice + ".";
    }

    private String listener(int port) {
        return listener.apply(port).map(process -> "; " + process).orElse("");
    }

    private Optional<Integer> freeBase(Ports ports) {
        return IntStream.rangeClosed(1, BLOCKS_TRIED)
                .map(step -> ports.base() + step * BLOCK)
                .filter(base -> base + Ports.SIZE < 32_768)
                .filter(base -> IntStream.range(base, base + Ports.SIZE).allMatch(free))
                .boxed()
                .findFirst();
    }

    private record Taken(int number, String part) {}
}
