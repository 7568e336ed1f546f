package org.entente.commandline.http;

import java.net.URI;

/**
 * Who is called, for sentences about it.
 *
 * @param name with its article or owner, as it begins a sentence: {@code Alba's server}
 * @param advice what to do when it does not answer
 */
public record Callee(String name, URI base, String advice) {
    ApiException silent(Throwable cause) {
        return new ApiException(ApiException.UNREACHABLE, name + " does not answer at " + base + "; " + advice, cause);
    }
}
