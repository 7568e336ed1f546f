package org.entente.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Folders;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** How a command that failed ends: one sentence, the log's place, and the exit code 1. */
record Failures(Folders folders) {
    private static final int FAILED = 1;

    int told(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter errors = command.getErr();
        errors.println();
        if (failure instanceof LaunchException expected) {
            errors.println(expected.getMessage());
            expected.log().ifPresent(log -> errors.println("Log: " + log));
        } else {
            errors.println(
                    "./entente " + command.getCommandName() + " failed in a way that nobody foresaw: " + failure);
            unforeseen(failure, errors);
        }
        return FAILED;
    }

    /** A stack trace is for who mends it, not for the screen, unless there is no other place for it. */
    private void unforeseen(Exception failure, PrintWriter errors) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        Path log = folders.log("launcher");
        try {
            Files.createDirectories(folders.log());
            Files.writeString(log, trace.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            errors.println("Log: " + log);
        } catch (IOException unwritable) {
            errors.println(trace);
        }
    }
}
