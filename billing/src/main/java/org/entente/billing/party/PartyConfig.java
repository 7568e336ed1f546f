package org.entente.billing.party;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** What invoices say of operators and tenants, by their ids. */
@ConfigMapping(prefix = "entente.billing.party")
public interface PartyConfig {
    /** This operator and its partners. */
    Map<String, Entry> operators();

    /** This operator's tenants. */
    Map<String, Entry> tenants();

    /** One party. */
    interface Entry {
        /** The legal name. */
        String name();

        String street();

        String city();

        String postalCode();

        /** An ISO 3166-1 alpha-2 code. */
        String country();

        /** The VAT identifier with its country prefix. */
        Optional<String> taxNumber();

        /** The electronic address scheme (EAS). */
        String endpointScheme();

        /** The electronic address. */
        String endpoint();

        /** These values as a party. */
        default Party party() {
            return new Party(
                    name(), street(), city(), postalCode(), country(), taxNumber(), endpointScheme(), endpoint());
        }
    }
}
