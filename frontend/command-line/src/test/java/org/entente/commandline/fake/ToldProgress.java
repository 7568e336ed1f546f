package org.entente.commandline.fake;

import java.util.ArrayList;
import java.util.List;
import org.entente.commandline.progress.Progress;

/** A listener that remembers what it was told. */
public final class ToldProgress implements Progress {
    private final List<String> told = new ArrayList<>();

    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void started(String step) {
        told.add("started " + step);
    }

    @Override
    public void waiting(String step, String sentence) {
        told.add("waiting " + step + ": " + sentence);
    }

    @Override
    public void finished(String step, String sentence) {
        told.add("finished " + step + ": " + sentence);
    }

    @Override
    public void failed(String step, String sentence) {
        told.add("failed " + step + ": " + sentence);
    }
}
