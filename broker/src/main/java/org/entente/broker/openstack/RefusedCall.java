package org.entente.broker.openstack;

/** Carries an answer that tells of no success past openstack4j, to {@link Client} which says what it means. */
final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;

    RefusedCall(Answer answer) {
        super("status " + answer.status());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
