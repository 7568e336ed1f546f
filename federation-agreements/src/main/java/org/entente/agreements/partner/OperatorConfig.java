package org.entente.agreements.partner;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.entente.agreements.language.OperatorId;

/** Who this operator is. */
@ConfigMapping(prefix = "entente.operator")
public interface OperatorConfig {
    /** The operator's id, which every document carries. */
    @Pattern(regexp = "[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?")
    String id();

    /** The legal name, as it stands on invoices. */
    String name();

    /** The ISO 3166-1 alpha-2 code of the country of its seat. */
    @Pattern(regexp = "[A-Z]{2}") String country();

    /** The base URL at which partners and people reach this server. */
    URI url();

    default OperatorId operator() {
        return new OperatorId(id());
    }
}
