package org.entente.commandline.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.operator.PushesClient;
import org.entente.commandline.operator.PushesClient.PushView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;
import org.entente.commandline.progress.TextProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings something to many of the operator's own sites at once. */
@Command(
        name = "push",
        description = {
            "Bring a flavour, an image, a key or a quota to a set of the operator's own sites, whatever they run, with an"
                    + " answer for each. Safe to repeat: what is there already stays as it is."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PushCommand {
    private static final String NAME = "NAME";

    private final ClientContext context;

    PushCommand(ClientContext context) {
        this.context = context;
    }

    @Command(description = "A size of virtual machine.", mixinStandardHelpOptions = true)
    int flavour(
            @Parameters(paramLabel = NAME) String name,
            @Option(names = "--vcpu", required = true, description = "Virtual processors.") int vcpu,
            @Option(names = "--memory", required = true, paramLabel = "GIB", description = "Memory in GiB.")
                    BigDecimal memory,
            @Option(names = "--disk", required = true, paramLabel = "GIB", description = "Disk in GiB.") int disk,
            @Mixin PushOptions options,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return push(
                Map.of("flavour", Map.of("name", name, "vcpu", vcpu, "memoryGib", memory, "diskGib", disk)),
                options,
                connection,
                output);
    }

    @Command(description = "A public key for virtual machines.", mixinStandardHelpOptions = true)
    int key(
            @Parameters(paramLabel = NAME) String name,
            @Option(names = "--file", required = true, description = "The public key, as OpenSSH writes it.") Path file,
            @Mixin PushOptions options,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return push(() -> Map.of("key", Map.of("name", name, "publicKey", text(file))), options, connection, output);
    }

    @Command(
            description = "What the operator's account may hold in all; what is left out stays as it is.",
            mixinStandardHelpOptions = true)
    int quota(
            @Mixin QuotaOptions quota,
            @Mixin PushOptions options,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return push(Map.of("quota", quota.request()), options, connection, output);
    }

    @Command(
            description = "An image of virtual machines under this name, copied once to each site.",
            mixinStandardHelpOptions = true)
    int image(
            @Parameters(paramLabel = NAME) String name,
            @Option(names = "--from-site", paramLabel = "SITE/IMAGE", description = "An image of one of the sites.")
                    Optional<String> site,
            @Option(names = "--from-web", paramLabel = "URL", description = "An address; needs --sha256.")
                    Optional<URI> web,
            @Option(names = "--sha256", description = "The checksum of what is at the address.")
                    Optional<String> sha256,
            @Mixin PushOptions options,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return push(
                () -> Map.of("image", new ImageChoice(site, web, sha256).request(name)), options, connection, output);
    }

    @Command(description = "How far a push is at each site.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "PUSH") String push,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return output.show(() -> shown(client(connection).whole(push)));
    }

    @Command(description = "The latest pushes.", mixinStandardHelpOptions = true)
    int list(@Mixin ConnectionOptions connection, @Mixin OutputOptions output) {
        return output.show(() -> {
            List<PushView> latest = client(connection).latest();
            return Shown.of(latest, PushText.lines(latest));
        });
    }

    private int push(
            Map<String, Object> what, PushOptions options, ConnectionOptions connection, OutputOptions output) {
        return push(() -> what, options, connection, output);
    }

    private int push(
            Supplier<Map<String, Object>> what,
            PushOptions options,
            ConnectionOptions connection,
            OutputOptions output) {
        return output.show(() -> {
            PushesClient client = client(connection);
            PushView push = client.push(what.get(), options.sites(), options.within(), IdempotencyKey.fresh());
            options.waiting().ifPresent(limit -> await(client, push, limit, output));
            return shown(client.whole(push.push()));
        });
    }

    private static void await(PushesClient client, PushView push, Duration limit, OutputOptions output) {
        Steps steps = new Steps(new TextProgress(output.progress(), System::nanoTime), limit);
        steps.run(
                "push to " + push.waiting() + " sites",
                () -> new Outcome<>(
                        push,
                        PushText.counts(steps.await(
                                "every site to answer (see later with: sites push show " + push.push() + ")",
                                () -> look(client.counts(push.push()))))));
    }

    private static Look<PushView> look(PushView push) {
        return push.waiting() == 0 ? new Look.Seen<>(push) : new Look.NotYet<>(PushText.counts(push));
    }

    private static Shown shown(PushView push) {
        return new Shown(push, PushText.lines(push), PushText.failure(push));
    }

    private PushesClient client(ConnectionOptions connection) {
        return connection.api(context, Role.ENGINEER).pushes();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new CommandException("The file " + file + " cannot be read", unreadable);
        }
    }
}
