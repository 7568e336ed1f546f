package org.entente.agreements.pricing;

import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * What a price line is looked up for.
 *
 * @param flavour the instance's flavour at its site; absent where it has none or where it is not known
 */
public record PricedUse(Meter meter, Technology technology, SiteId site, Optional<String> flavour) {
    public PricedUse(Meter meter, Technology technology, SiteId site) {
        this(meter, technology, site, Optional.empty());
    }
}
