package org.entente.agreements.document;

import java.time.Instant;
import org.entente.agreements.language.OrderId;

/**
 * A host operator's signed answer to a {@link HoldRequest}: it keeps the capacity for the order. An order that takes it up
 * builds on it.
 *
 * @param until from this instant on the host refuses the order and gives the capacity to others
 */
public record Hold(OrderId order, Instant until) implements DocumentBody {}
