package org.entente.launcher.progress;

import java.nio.file.Path;
import java.util.Optional;

/** A step that could not be done: the message is one sentence for the person in front of the screen. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Path> log;

    public LaunchException(String sentence) {
        super(sentence);
        this.log = Optional.empty();
    }

    public LaunchException(String sentence, Path log) {
        super(sentence);
        this.log = Optional.of(log);
    }

    public LaunchException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.log = Optional.empty();
    }

    public LaunchException(String sentence, Path log, Throwable cause) {
        super(sentence, cause);
        this.log = Optional.of(log);
    }

    /** Where more can be read, if anywhere. */
    public Optional<Path> log() {
        return log;
    }
}
