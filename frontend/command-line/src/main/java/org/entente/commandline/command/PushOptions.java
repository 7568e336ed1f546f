package org.entente.commandline.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** To which sites something is pushed, and how long it is waited for. */
final class PushOptions {
    @Mixin
    private final SiteSelection selection = new SiteSelection();

    @Option(names = "--all", description = "Every site of the operator. Said instead of what chooses sites.")
    private boolean all;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            description = "How long a site that does not answer is waited for, such as PT2H. Default: PT30M.")
    private Optional<Duration> within = Optional.empty();

    @Option(names = "--no-wait", description = "Do not wait until every site has answered.")
    private boolean noWait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long this command waits; the push goes on. Default: ${DEFAULT-VALUE}.",
            defaultValue = "600")
    private int timeoutSeconds = 600;

    Map<String, Object> sites() {
        return selection.request(all ? SiteSelection.All.MEANT : SiteSelection.All.NOT_MEANT);
    }

    Optional<String> within() {
        return within.map(Duration::toString);
    }

    /** How long the command waits, or nothing where it does not. */
    Optional<Duration> waiting() {
        return noWait ? Optional.empty() : Optional.of(Duration.ofSeconds(timeoutSeconds));
    }
}
