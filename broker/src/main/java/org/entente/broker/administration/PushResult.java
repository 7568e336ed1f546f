package org.entente.broker.administration;

import java.time.Duration;

/** What one attempt at one site came to. */
sealed interface PushResult {
    /**
     * The site has it.
     *
     * @param sentence what was done for it
     */
    record Done(PushChange change, String sentence) implements PushResult {}

    /** The site will not have it. */
    record Refused(String code, String sentence) implements PushResult {}

    /** It is worth asking again after some time. */
    record Waiting(String code, String sentence, Duration pause) implements PushResult {}
}
