package org.entente.commandline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.Wire;
import org.entente.commandline.operator.NegotiationClient;
import org.entente.commandline.operator.NegotiationClient.AgreementStatus;
import org.entente.commandline.operator.NegotiationClient.Change;
import org.entente.commandline.operator.NegotiationClient.Difference;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Negotiates one agreement, and ends it: each move is a command of its own. */
@Command(
        name = "agreement",
        description = "Show, negotiate, suspend and end one agreement.",
        mixinStandardHelpOptions = true)
public final class AgreementCommand {
    private static final String AGREEMENT = "AGREEMENT";
    private static final String REASON = "Why, in a sentence that the partner will read.";

    private final ClientContext context;

    public AgreementCommand(ClientContext context) {
        this.context = context;
    }

    @Command(
            description = "Show how it stands, what it waits for and what was proposed.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.status(agreement));
    }

    @Command(
            description = "Say what differs between two versions or proposals, in sentences.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--from", paramLabel = "LABEL", description = "The earlier one; see show.")
                    Optional<String> from,
            @Option(names = "--to", paramLabel = "LABEL", description = "The later one. Default: the latest.")
                    Optional<String> to,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return output.show(() -> {
            Difference difference = client(connection).difference(agreement, from, to);
            String title = "From " + difference.from() + " to " + difference.to() + ":";
            List<String> lines =
                    difference.changes().stream().map(Change::sentence).toList();
            return Shown.of(
                    difference,
                    lines.isEmpty()
                            ? List.of(title + " nothing differs")
                            : Stream.concat(Stream.of(title), lines.stream()).toList());
        });
    }

    @Command(description = "Propose the next version.", mixinStandardHelpOptions = true)
    int propose(
            @Parameters(paramLabel = "FILE", description = "The terms, as JSON.") Path file,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.propose(terms(file)));
    }

    @Command(description = "Answer the proposal on the table by another.", mixinStandardHelpOptions = true)
    int counter(
            @Parameters(paramLabel = "FILE", description = "The terms, as JSON.") Path file,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.counter(terms(file)));
    }

    @Command(description = "Sign the proposal on the table.", mixinStandardHelpOptions = true)
    int accept(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.accept(agreement));
    }

    @Command(description = "Approve, as a second person, the move that waits.", mixinStandardHelpOptions = true)
    int approve(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.approve(agreement));
    }

    @Command(description = "Say no to the proposal on the table.", mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.reject(agreement, reason));
    }

    @Command(description = "Take our own proposal back.", mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.withdraw(agreement, reason));
    }

    @Command(description = "Propose the same terms for longer.", mixinStandardHelpOptions = true)
    int renew(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--to", required = true, paramLabel = "INSTANT", description = "The new end.") Instant to,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.renew(agreement, to));
    }

    @Command(
            description = "Let no more orders be placed until resumed. What runs goes on.",
            mixinStandardHelpOptions = true)
    int suspend(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.suspend(agreement, reason));
    }

    @Command(description = "Lift our own suspension.", mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.resume(agreement, reason));
    }

    @Command(description = "Give notice that it ends.", mixinStandardHelpOptions = true)
    int terminate(
            @Parameters(paramLabel = AGREEMENT) String agreement,
            @Option(names = "--end", required = true, paramLabel = "INSTANT", description = "When it ends.")
                    Instant end,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, client -> client.terminate(agreement, end, reason));
    }

    private int shown(
            ConnectionOptions connection, OutputOptions output, Function<NegotiationClient, AgreementStatus> move) {
        return output.show(() -> {
            AgreementStatus status = move.apply(client(connection));
            return Shown.of(status, AgreementText.lines(status));
        });
    }

    private NegotiationClient client(ConnectionOptions connection) {
        return connection.api(context, Role.ENGINEER).negotiation();
    }

    private static JsonNode terms(Path file) {
        try {
            return Wire.JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException wrong) {
            throw new CommandException(file + " is not JSON: " + wrong.getOriginalMessage(), wrong);
        } catch (IOException wrong) {
            throw new CommandException(file + " cannot be read", wrong);
        }
    }
}
