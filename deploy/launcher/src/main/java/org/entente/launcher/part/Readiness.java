package org.entente.launcher.part;

/** Asks a part whether it can be used now. Answers within a few seconds and never throws. */
@FunctionalInterface
public interface Readiness {
    boolean now();
}
