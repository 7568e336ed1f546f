package org.entente.launcher.part;

import java.util.Optional;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.Step;

/** One process of a running Entente. Every method can be repeated, and after a crash at any line. */
public interface Part {
    Description description();

    /** The process as which the part runs now. */
    Optional<ProcessRecord> process();

    /** Room on the disk that fetching still takes, in MiB: none once it was fetched. */
    default long mebibytesToFetch() {
        return 0;
    }

    /** Does what needs no other part: fetching, unpacking, making keys and empty databases. */
    void prepare(Step step);

    /** Starts the part unless it runs, and returns when it is ready. */
    void start(Step step);

    /** Ends the part, gently first; nothing happens if it does not run. */
    void stop();
}
