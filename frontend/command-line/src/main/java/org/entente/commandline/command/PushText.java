package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.operator.PushesClient.PushView;
import org.entente.commandline.operator.PushesClient.TargetView;
import org.entente.commandline.table.TextTable;

/** What became of a push, in lines for people. */
final class PushText {
    private PushText() {}

    static List<String> lines(PushView push) {
        List<String> lines = new ArrayList<>();
        lines.add("Push " + push.push() + ": " + what(push) + " by " + push.askedBy() + ", to be done by "
                + push.deadline());
        TextTable table = TextTable.of("site", "state", "change", "why");
        push.sites()
                .forEach(site ->
                        table.row(site.site(), site.state(), site.change().orElse(""), why(site)));
        lines.addAll(table.lines());
        lines.add(counts(push));
        return lines;
    }

    static List<String> lines(List<PushView> pushes) {
        TextTable table = TextTable.of("push", "what", "asked at", "state", ">done", ">refused", ">waiting");
        pushes.forEach(push -> table.row(
                push.push(),
                what(push),
                push.askedAt().toString(),
                push.state(),
                String.valueOf(push.done()),
                String.valueOf(push.refused()),
                String.valueOf(push.waiting())));
        return table.lines();
    }

    static String counts(PushView push) {
        return push.done() + " done, " + push.refused() + " refused, " + push.waiting() + " waiting";
    }

    /** Why the command fails though it has an answer. */
    static Optional<String> failure(PushView push) {
        long all = push.done() + push.refused() + push.waiting();
        return push.refused() == 0
                ? Optional.empty()
                : Optional.of(push.refused() + " of " + all + " sites refused, each with the reason above");
    }

    private static String what(PushView push) {
        return (push.kind() + " " + push.name().orElse("")).strip();
    }

    private static String why(TargetView site) {
        return site.code().map(code -> code + ": ").orElse("") + site.sentence().orElse("");
    }
}
