package org.entente.broker.quote;

import org.entente.broker.placement.PlacementAnswer;

/** An answer with the number of the catalogue that it is about. */
record Placed(PlacementAnswer answer, long catalogue) {}
