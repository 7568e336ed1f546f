package org.entente.agreements.document;

/**
 * A signed no to a document that was genuine but cannot be accepted. It builds on that document.
 *
 * @param code for machines, upper-case words joined by underscores
 * @param sentence for people
 */
public record Refusal(String code, String sentence) implements DocumentBody {}
