package org.entente.broker.order;

/**
 * What may happen to a tenant's instances at a site of ours that cannot be reached. Nothing moves on silence alone: an
 * engineer must decide that what may move shall move.
 */
public enum WhenCutOff {
    /** They wait for their site. */
    STAY,
    /** They may be made anew at another site of ours. */
    MOVE,
    /** The same, and go back once their site takes orders again. */
    MOVE_AND_RETURN;

    public boolean mayMove() {
        return this != STAY;
    }
}
