package org.entente.broker.site;

import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemKind;

/** What can go wrong with a site of ours. */
public enum SiteProblem implements ProblemCode {
    SITE_EXISTS(ProblemKind.CONFLICT),
    SITE_UNKNOWN(ProblemKind.NOT_FOUND),
    /** The site's state does not allow what was asked. */
    SITE_STATE(ProblemKind.CONFLICT),
    /** Something runs at a site that shall be retired. */
    SITE_NOT_EMPTY(ProblemKind.CONFLICT),
    /** The address is none that a site can have. */
    SITE_ADDRESS(ProblemKind.USER),
    /** What shall vouch for the site's address are no certificates. */
    SITE_AUTHORITY(ProblemKind.USER),
    /** A selector names a state or technology that there is not, or chooses nothing. */
    SITE_SELECTOR(ProblemKind.USER),
    /** A stated fact is out of its range. */
    SITE_FACT(ProblemKind.USER);

    private final ProblemKind kind;

    SiteProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
