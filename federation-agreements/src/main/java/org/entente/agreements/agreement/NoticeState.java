package org.entente.agreements.agreement;

/**
 * How far a notice has come. It counts here from the moment it is given, so that a suspension protects at once.
 *
 * <pre>
 * at its issuer: TELLING --acknowledged--> TOLD
 *                   +------refused-------> REFUSED   (counts no more)
 * at the other:  TOLD
 * </pre>
 */
public enum NoticeState {
    /** We gave it, and the partner's broker has not confirmed that it knows. */
    TELLING,
    /** Both know. */
    TOLD,
    /** The partner's broker says that it does not hold. */
    REFUSED
}
