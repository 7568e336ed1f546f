package org.entente.commandline.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.connection.Role;
import org.entente.commandline.operator.KeysClient;
import org.entente.commandline.operator.KeysClient.KeyView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, changes and revokes signing keys. */
@Command(
        name = "keys",
        description = "List, change, confirm and revoke the keys that documents are signed with.",
        mixinStandardHelpOptions = true)
public final class KeysCommand {
    private static final String PARTNER = "PARTNER";
    private static final String INSTANT = "INSTANT";

    private final ClientContext context;

    public KeysCommand(ClientContext context) {
        this.context = context;
    }

    @Command(
            description = "List the operator's own keys, or those that it believes a partner to have.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--partner", paramLabel = PARTNER, description = "The partner's keys instead.")
                    Optional<String> partner,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(connection, output, keys -> partner.map(keys::of).orElseGet(keys::own));
    }

    @Command(
            description = {
                "Announce a new key to all partners.",
                "Make it in the key store or token first, with its own tool. It signs for a partner once the partner's broker"
                        + " has confirmed it; the key before it counts for a while longer."
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "ALIAS", description = "The new key's name in the key store.") String alias,
            @Option(names = "--from", paramLabel = INSTANT, description = "From when it counts. Default: now.")
                    Optional<Instant> from,
            @Option(
                            names = "--retires",
                            paramLabel = INSTANT,
                            description = "Until when the key before it counts. Default: as the server is configured.")
                    Optional<Instant> retires,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shownOne(connection, output, keys -> keys.announce(alias, from, retires));
    }

    @Command(
            description = {
                "Confirm a partner's key by its fingerprint, which its engineer reads out.",
                "A key that a document of the partner introduced counts without; with it, it stands by itself. A partner whose"
                        + " only key was lost or stolen can be believed again in no other way."
            },
            mixinStandardHelpOptions = true)
    int confirm(
            @Parameters(paramLabel = PARTNER) String partner,
            @Parameters(paramLabel = "FINGERPRINT") String fingerprint,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shownOne(connection, output, keys -> keys.confirm(partner, fingerprint));
    }

    @Command(
            description = {
                "Revoke a key that may be in other hands: what it signed from a moment on does not count.",
                "An own key is revoked by a document that another own key signs; a partner's, by the word of its engineer."
            },
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "KEY", description = "Its id; see list.") String key,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = INSTANT,
                            description = "The first moment in which it may have been in other hands.")
                    Instant from,
            @Option(names = "--reason", required = true, description = "Why, in a sentence.") String reason,
            @Option(names = "--partner", paramLabel = PARTNER, description = "A key of this partner, not an own one.")
                    Optional<String> partner,
            @Mixin ConnectionOptions connection,
            @Mixin OutputOptions output) {
        return shown(
                connection,
                output,
                keys -> partner.map(name -> keys.revoke(name, key, from, reason))
                        .orElseGet(() -> List.of(keys.revoke(key, from, reason))));
    }

    private int shownOne(ConnectionOptions connection, OutputOptions output, Function<KeysClient, KeyView> call) {
        return output.show(() -> {
            KeyView key = call.apply(connection.api(context, Role.ENGINEER).keys());
            return Shown.of(key, KeyText.lines(List.of(key)));
        });
    }

    private int shown(ConnectionOptions connection, OutputOptions output, Function<KeysClient, List<KeyView>> call) {
        return output.show(() -> {
            List<KeyView> keys =
                    call.apply(connection.api(context, Role.ENGINEER).keys());
            return Shown.of(keys, KeyText.lines(keys));
        });
    }
}
