package org.entente.agreements.document;

/** The document it builds on arrived whole and was stored. It promises nothing more. */
public record Acknowledgement() implements DocumentBody {}
