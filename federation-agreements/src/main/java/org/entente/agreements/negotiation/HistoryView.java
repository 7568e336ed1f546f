package org.entente.agreements.negotiation;

import java.util.List;

/**
 * Everything that was signed about one agreement, for a third party to check offline.
 *
 * @param documents in the order in which they came
 * @param partnerKeys the partner's key history as JSON text, as far as we know it; our own is published at
 *     {@code /.well-known/entente/keys.json}
 */
public record HistoryView(String agreement, List<DocumentView> documents, String partnerKeys) {
    public HistoryView {
        documents = List.copyOf(documents);
    }

    /**
     * One signed document.
     *
     * @param name for a file, without an ending: {@code proposal-1.2}, {@code rejection-1.2}, {@code notice-boreal-1}
     * @param document the JWS JSON serialization as text, byte for byte
     */
    public record DocumentView(String name, String document) {}
}
