package org.entente.broker.administration;

/** What a push changed at a site. */
enum PushChange {
    MADE,
    CHANGED,
    UNCHANGED
}
