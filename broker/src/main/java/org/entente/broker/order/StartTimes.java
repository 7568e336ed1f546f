package org.entente.broker.order;

import java.time.Instant;

/**
 * When a replacement is made.
 *
 * @param startBy until when it may take to start
 */
public record StartTimes(Instant now, Instant startBy) {}
