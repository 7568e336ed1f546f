package org.entente.server;

import java.util.HashMap;
import java.util.Map;

/** One operator that tries again at once, so that a lost message costs a test little time. */
public class NegotiationProfile extends AlbaProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("entente.exchange.retry-pause-max", "PT0.05S");
        settings.put("entente.exchange.documents-per-second-max", "1000");
        return settings;
    }
}
