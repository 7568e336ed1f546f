package org.entente.billing.party;

import java.util.Optional;

/**
 * A seller or a buyer as an electronic invoice names it (EN 16931-1, groups BG-4 and BG-7).
 *
 * @param name the legal name
 * @param country an ISO 3166-1 alpha-2 code
 * @param taxNumber the VAT identifier with its country prefix
 * @param endpointScheme the electronic address scheme, a code of the list "Electronic Address Scheme" (EAS)
 * @param endpoint the electronic address
 */
public record Party(
        String name,
        String street,
        String city,
        String postalCode,
        String country,
        Optional<String> taxNumber,
        String endpointScheme,
        String endpoint) {}
