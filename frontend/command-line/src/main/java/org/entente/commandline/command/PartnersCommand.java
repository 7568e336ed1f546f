package org.entente.commandline.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.PartnersClient;
import org.entente.commandline.operator.PartnersClient.PartnerView;
import org.entente.commandline.operator.PartnersClient.StandingView;
import org.entente.commandline.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists partners, and changes how the operator stands to one. */
@Command(
        name = "partners",
        description = "List the operators that keys were exchanged with; invite, confirm, suspend, resume or end one.",
        mixinStandardHelpOptions = true)
public final class PartnersCommand implements Callable<Integer> {
    private static final String PARTNER = "PARTNER";
    private static final String REASON = "Why, in a sentence that the partner will read.";

    private final ClientContext context;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public PartnersCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return output.show(() -> {
            List<PartnerView> partners =
                    connection.api(context, Role.ENGINEER).partners().all();
            TextTable table = TextTable.of("partner", "name", "state", "url");
            List<String> fingerprints = new ArrayList<>();
            for (PartnerView partner : partners) {
                table.row(
                        partner.operator(),
                        partner.name(),
                        partner.state(),
                        partner.url().toString());
                fingerprints.add(partner.operator() + " " + partner.fingerprint());
            }
            List<String> lines = new ArrayList<>(table.lines());
            if (!fingerprints.isEmpty()) {
                lines.add("");
                lines.add("Fingerprints:");
                lines.addAll(fingerprints);
            }
            return Shown.of(partners, lines);
        });
    }

    @Command(
            description = "Invite the operator whose server is at an address, and show its key's fingerprint.",
            mixinStandardHelpOptions = true)
    int invite(
            @Parameters(paramLabel = "URL", description = "The base address of its server.") URI url,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            description = "Where else its peering API or identity provider may be, as its engineer"
                                    + " said; may be repeated.")
                    List<String> hosts,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return output.show(() -> {
            PartnerView partner =
                    connection.api(context, Role.ENGINEER).partners().invite(url, hosts == null ? List.of() : hosts);
            return Shown.of(
                    partner,
                    List.of(
                            partner.name() + " (" + partner.operator() + ") is " + partner.state() + ".",
                            "Its key's fingerprint: " + partner.fingerprint(),
                            "Have its engineer read the fingerprint out over another channel, then: ./entente partners"
                                    + " confirm " + partner.operator() + " FINGERPRINT"));
        });
    }

    @Command(
            description = "Say that the partner's engineer read out this fingerprint.",
            mixinStandardHelpOptions = true)
    int confirm(
            @Parameters(paramLabel = PARTNER) String partner,
            @Parameters(paramLabel = "FINGERPRINT", arity = "1..*", description = "Its groups of digits.")
                    List<String> fingerprint,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return output.show(() -> {
            PartnerView confirmed =
                    connection.api(context, Role.ENGINEER).partners().confirm(partner, String.join(" ", fingerprint));
            return Shown.of(confirmed, List.of(confirmed.operator() + " is " + confirmed.state() + "."));
        });
    }

    @Command(
            description = "Begin nothing new with a partner until it is resumed. What was begun goes on.",
            mixinStandardHelpOptions = true)
    int suspend(
            @Parameters(paramLabel = PARTNER) String partner,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return changed(connection, output, partners -> partners.suspend(partner, reason));
    }

    @Command(description = "Lift our own suspension of a partner.", mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = PARTNER) String partner,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return changed(connection, output, partners -> partners.resume(partner, reason));
    }

    @Command(
            description = "Take nothing from a partner any more. It cannot be resumed.",
            mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = PARTNER) String partner,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return changed(connection, output, partners -> partners.end(partner, reason));
    }

    @Command(
            description =
                    "Close everything with a partner that does not answer. Nothing waits for it any more; should it"
                            + " come back, it is told.",
            mixinStandardHelpOptions = true)
    int vanish(
            @Parameters(paramLabel = PARTNER) String partner,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return changed(connection, output, partners -> partners.vanish(partner, reason));
    }

    private int changed(
            ConnectionOptions connection, OutputOptions output, Function<PartnersClient, StandingView> change) {
        return output.show(() -> {
            StandingView now =
                    change.apply(connection.api(context, Role.ENGINEER).partners());
            return Shown.of(now, List.of(now.operator() + " is " + now.state() + ": " + now.reason()));
        });
    }
}
