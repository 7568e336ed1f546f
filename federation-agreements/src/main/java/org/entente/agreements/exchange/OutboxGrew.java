package org.entente.agreements.exchange;

/** A document was put into the outbox. Fired inside its transaction, for those who act once that is committed. */
record OutboxGrew() {}
