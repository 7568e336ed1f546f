package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import org.entente.commandline.operator.NegotiationClient.AgreementStatus;
import org.entente.commandline.table.TextTable;

/** One agreement as text. */
final class AgreementText {
    private AgreementText() {}

    static List<String> lines(AgreementStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(status.agreement() + " is "
                + status.standing()
                        .map(word -> word + ". " + status.standingSentence().orElse(""))
                        .orElse("not signed"));
        lines.add("Negotiation: " + status.negotiation()
                + status.reason().map(reason -> " (" + reason + ")").orElse(""));
        status.waiting().forEach(waiting -> lines.add("Waiting: " + waiting.sentence()));
        if (!status.proposals().isEmpty()) {
            TextTable proposals = TextTable.of("proposal", "by", "answer by", "became", "reason");
            status.proposals()
                    .forEach(one -> proposals.row(
                            one.label(),
                            one.proposer(),
                            one.answerBy().toString(),
                            one.became().orElse("open"),
                            one.reason().orElse("")));
            lines.add("");
            lines.addAll(proposals.lines());
        }
        if (!status.notices().isEmpty()) {
            TextTable notices = TextTable.of("notice", "by", "from", "state", "reason");
            status.notices()
                    .forEach(
                            one -> notices.row(one.kind(), one.by(), one.from().toString(), one.state(), one.reason()));
            lines.add("");
            lines.addAll(notices.lines());
        }
        return lines;
    }
}
