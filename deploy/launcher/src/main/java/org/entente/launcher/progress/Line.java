package org.entente.launcher.progress;

import java.time.Duration;

/**
 * What is to be shown of one step now.
 *
 * @param title the step's name
 * @param state how it stands
 * @param words what it is doing, or how it ended
 * @param elapsed since it began
 */
record Line(String title, State state, String words, Duration elapsed) {
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private static final int TITLE_WIDTH = 20;

    /** The title followed by dots up to a fixed column, so that the words of all lines stand below each other. */
    String heading() {
        String start = title + " ";
        return "  " + start + ".".repeat(Math.max(2, TITLE_WIDTH - start.length())) + " ";
    }

    String text() {
        return heading() + words + " (" + Elapsed.text(elapsed) + ")";
    }
}
