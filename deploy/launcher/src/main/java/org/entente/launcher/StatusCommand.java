package org.entente.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./entente status}. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_ALL_READY = 3;
    private static final String ROW = "  %-16s %-14s %6s %8s %9s  %s%n";

    private final Launcher launcher;

    @Option(names = "--json")
    private boolean json;

    StatusCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        List<Status> parts = launcher.stack().parts().stream().map(Status::of).toList();
        System.out.print(json ? document(parts) : table(parts));
        return parts.stream().allMatch(Status::ready) ? 0 : NOT_ALL_READY;
    }

    private String document(List<Status> parts) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("ready", parts.stream().allMatch(Status::ready));
        document.put("home", launcher.settings().folders().home().toString());
        ArrayNode list = document.putArray("parts");
        for (Status part : parts) {
            ObjectNode entry = list.addObject().put("part", part.key()).put("state", part.state());
            entry.put("port", part.port());
            part.pid().ifPresent(pid -> entry.put("pid", pid));
            part.memoryMebibytes().ifPresent(memory -> entry.put("memoryMebibytes", memory));
            entry.put("log", part.log().toString());
        }
        return document.toPrettyString() + System.lineSeparator();
    }

    private static String table(List<Status> parts) {
        StringBuilder table = new StringBuilder(ROW.formatted("PART", "STATE", "PORT", "PID", "MEMORY", "LOG"));
        for (Status part : parts) {
            table.append(ROW.formatted(
                    part.title(),
                    part.state(),
                    part.port(),
                    text(part.pid(), ""),
                    text(part.memoryMebibytes(), " MiB"),
                    part.log()));
        }
        return table.toString();
    }

    private static String text(OptionalLong number, String unit) {
        return number.isPresent() ? number.getAsLong() + unit : "-";
    }
}
