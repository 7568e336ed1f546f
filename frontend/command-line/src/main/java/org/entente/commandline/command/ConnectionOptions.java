package org.entente.commandline.command;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Installation.OperatorEntry;
import org.entente.commandline.connection.Installation.UserEntry;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.Callee;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.Account;
import org.entente.commandline.operator.Operator;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Option;

/** Which operator a command talks to, and as whom. */
final class ConnectionOptions {
    @Option(
            names = "--operator",
            paramLabel = "ID",
            description = "An operator that ./entente up brought up. Default: ${DEFAULT-VALUE}.",
            defaultValue = "alba")
    private String operator = "alba";

    @Option(names = "--url", paramLabel = "URL", description = "Any operator's server, by its base URL instead.")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who logs in. Default: the operator's user for what the command does.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = "The user's password. Safer in the environment variable ENTENTE_PASSWORD.")
    private Optional<String> password = Optional.empty();

    private record PortalSettings(Identity operator, URI authority) {}

    private record Identity(String id, String name) {}

    /** The operator's API, by default in the eyes of its user of a role. */
    OperatorApi api(ClientContext context, Role role) {
        if (url.isPresent()) {
            return elsewhere(context, url.get());
        }
        OperatorEntry entry = Installation.read(context.home()).operator(operator);
        UserEntry known = entry.users().of(role);
        if (user.isEmpty() || user.get().equals(known.user())) {
            Account account = new Account(known.user(), given(context).orElse(known.password()));
            return new OperatorApi(context.http(), entry.operator(), account, InstantSource.system());
        }
        return new OperatorApi(context.http(), entry.operator(), givenAccount(context), InstantSource.system());
    }

    private OperatorApi elsewhere(ClientContext context, URI base) {
        Callee server = new Callee("The server", base, "check the URL and whether it runs");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/portal-settings"))
                .timeout(HttpCalls.TIMEOUT)
                .header("Accept", "application/json")
                .build();
        PortalSettings settings =
                context.http().send(request, server).expect(200).as(new TypeReference<PortalSettings>() {});
        Operator found =
                new Operator(settings.operator().id(), settings.operator().name(), base, settings.authority());
        return new OperatorApi(context.http(), found, givenAccount(context), InstantSource.system());
    }

    private Account givenAccount(ClientContext context) {
        String name = user.orElseThrow(() -> new CommandException("Say who logs in, with --user"));
        return new Account(
                name,
                given(context)
                        .orElseThrow(() -> new CommandException(
                                "Give the password of " + name + " in ENTENTE_PASSWORD or with --password")));
    }

    private Optional<String> given(ClientContext context) {
        return password.or(context::password);
    }
}
