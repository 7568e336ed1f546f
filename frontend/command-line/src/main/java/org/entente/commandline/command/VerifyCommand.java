package org.entente.commandline.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.commandline.command.OutputOptions.Shown;
import org.entente.commandline.verification.Verification;
import org.entente.commandline.verification.VerifiedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verifies documents from files. */
@Command(
        name = "verify",
        description = {
            "Check signed documents with nothing but files: form, signatures, numbers, sums.",
            "No server is asked. Name documents and the key histories of their signers, or folders with both, such as a"
                    + " folder that ./entente story wrote. Ends with 0 if everything that could be checked holds, else"
                    + " with 1."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents, key histories, or folders of them.")
    private final List<Path> files = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        return output.show(() -> {
            Verification verification = Verification.of(VerifiedFiles.in(files));
            Optional<String> failure = verification.broken() == 0
                    ? Optional.empty()
                    : Optional.of("Broken: " + verification.broken() + " of the checks.");
            return new Shown(verification.report(), verification.lines(), failure);
        });
    }
}
