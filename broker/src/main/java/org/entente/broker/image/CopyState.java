package org.entente.broker.image;

/** How far a copy is. */
enum CopyState {
    /** On its way. */
    COPYING,
    /** The site holds it, checked. */
    READY,
    /** It will not come, for the reason that is kept. */
    FAILED,
    /** Nobody needs it any more, and it is being removed from the site. */
    REMOVING
}
