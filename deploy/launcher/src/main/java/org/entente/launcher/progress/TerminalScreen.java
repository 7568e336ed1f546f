package org.entente.launcher.progress;

import java.io.PrintStream;
import java.util.List;

/** A terminal: finished lines stay, and below them the lines of running steps are drawn anew each time. */
final class TerminalScreen implements Screen {
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream output;
    private final int columns;
    private final boolean colours;
    private int drawn;

    TerminalScreen(PrintStream output, int columns, boolean colours) {
        this.output = output;
        this.columns = columns;
        this.colours = colours;
    }

    @Override
    public void running(List<Line> lines) {
        StringBuilder frame = new StringBuilder(back());
        for (Line line : lines) {
            frame.append(coloured(FAINT, cut(line.text()))).append('\n');
        }
        drawn = lines.size();
        output.print(frame);
        output.flush();
    }

    @Override
    public void finished(Line line) {
        String words = coloured(line.state() == Line.State.FAILED ? RED : GREEN, line.words());
        output.print(back() + line.heading() + words + " (" + Elapsed.text(line.elapsed()) + ")\n");
        drawn = 0;
        output.flush();
    }

    /** A line longer than the terminal is wide would wrap, and the next frame would start at the wrong place. */
    private String cut(String text) {
        return text.length() < columns ? text : text.substring(0, columns - 1);
    }

    private String back() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A\r" + CLEAR_BELOW;
    }

    private String coloured(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}
