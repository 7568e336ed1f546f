package org.entente.agreements.http;

import java.util.Optional;

/**
 * A problem as callers see it (RFC 9457), with our code and the trace in which it happened.
 *
 * @param detail a sentence for people
 * @param code for machines
 */
public record ProblemView(String title, int status, String detail, String code, Optional<String> traceId) {}
