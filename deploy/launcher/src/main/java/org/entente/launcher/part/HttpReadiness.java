package org.entente.launcher.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * A part is ready when this address answers.
 *
 * @param url the address to get
 * @param worstStatus the highest HTTP status that still counts as an answer: 299 for a health address, 499 for an
 *     address of which only some answer is wanted
 */
record HttpReadiness(URI url, int worstStatus) implements Readiness {
    private static final int LIMIT_MILLIS = 3_000;

    static HttpReadiness healthy(URI url) {
        return new HttpReadiness(url, 299);
    }

    static HttpReadiness answering(URI url) {
        return new HttpReadiness(url, 499);
    }

    @Override
    public boolean now() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() <= worstStatus;
            } finally {
                connection.disconnect();
            }
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
