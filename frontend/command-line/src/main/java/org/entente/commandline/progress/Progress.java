package org.entente.commandline.progress;

/** Who is told how long work goes on. One step runs at a time; each ends finished or failed. */
public interface Progress {
    void started(String step);

    /** Something changed while the step waits. Never told twice in the same words. */
    void waiting(String step, String sentence);

    void finished(String step, String sentence);

    /** The step failed, and with it the whole work. The same sentence is thrown as {@link CommandException}. */
    void failed(String step, String sentence);
}
