package org.entente.launcher.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file or a pipe: a line when a step ends, and a sign of life now and then while it runs. */
final class PlainScreen implements Screen {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final PrintStream output;
    private final Map<String, Long> signsShown = new HashMap<>();

    PlainScreen(PrintStream output) {
        this.output = output;
    }

    @Override
    public void running(List<Line> lines) {
        for (Line line : lines) {
            long signs = line.elapsed().dividedBy(SIGN_OF_LIFE);
            if (signs > signsShown.getOrDefault(line.title(), 0L)) {
                signsShown.put(line.title(), signs);
                output.println(line.text());
            }
        }
    }

    @Override
    public void finished(Line line) {
        signsShown.remove(line.title());
        output.println(line.text());
    }
}
