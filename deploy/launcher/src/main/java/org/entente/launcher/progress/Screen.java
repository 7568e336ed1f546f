package org.entente.launcher.progress;

import java.util.List;

/** Where lines are shown. Called by one thread at a time. */
interface Screen {
    /** The lines of all running steps, again and again while they run. */
    void running(List<Line> lines);

    /** A line that will not change any more. */
    void finished(Line line);
}
