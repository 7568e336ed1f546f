package org.entente.metering;

/** An observation or a usage record that contradicts what is already known. Nothing was stored. */
public final class MeteringException extends RuntimeException {
    /** What it contradicts. */
    public enum Code {
        /** Nobody said that this instance started. */
        INSTANCE_UNKNOWN,
        /** The instance is already metered with other facts. */
        INSTANCE_DIFFERS,
        /** The instance is already metered beyond the moment at which it is said to have ended. */
        END_BEFORE_METERED,
        /** The instance already ended at another moment. */
        ENDED_OTHERWISE,
        /** The moment is later than now and the clock skew that is allowed for. */
        OBSERVED_IN_FUTURE,
        /** The same instance, meter and start were already recorded with other content. */
        USAGE_CONFLICT
    }

    private static final long serialVersionUID = 1L;
    private final Code code;

    public MeteringException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
