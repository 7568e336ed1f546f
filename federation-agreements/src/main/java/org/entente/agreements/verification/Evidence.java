package org.entente.agreements.verification;

/**
 * A file that holds one signed document.
 *
 * @param name how findings refer to it
 * @param text its whole content
 */
public record Evidence(String name, String text) {}
