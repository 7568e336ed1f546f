package org.entente.server;

import java.util.HashMap;
import java.util.Map;

/** One operator that calls nobody inside its own network, as in production. */
public class StrictProfile extends AlbaProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.remove("entente.partners.inward-allowed");
        return settings;
    }
}
