package org.entente.agreements.document;

import java.time.Instant;
import org.entente.agreements.language.OrderId;

/** A host operator's signed answer to an order or to a release: it took it, and from when it counts. */
public record Receipt(OrderId order, Instant acceptedAt) implements DocumentBody {}
