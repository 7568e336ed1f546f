package org.entente.broker.administration;

/**
 * How far a push is at one site.
 *
 * <pre>
 * WAITING --the site has it--> DONE
 *    |----the site will not, or the deadline passed--> REFUSED
 * </pre>
 */
enum PushState {
    /** To be asked of the site, or asked again. */
    WAITING,
    /** The site has it as it was wanted. */
    DONE,
    /** The site has it not, for the reason that is kept. */
    REFUSED
}
