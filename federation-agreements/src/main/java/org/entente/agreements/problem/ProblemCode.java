package org.entente.agreements.problem;

/** One named failure. Each slice lists its own in an enum. */
public interface ProblemCode {
    /** For machines: upper-case words joined by underscores. */
    String name();

    ProblemKind kind();
}
