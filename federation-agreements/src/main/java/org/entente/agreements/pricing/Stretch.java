package org.entente.agreements.pricing;

import org.entente.agreements.language.Window;

/** A stretch of time throughout which one line prices some use. */
public record Stretch(Window window, PriceLine line) {}
