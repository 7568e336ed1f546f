package org.entente.server;

import java.util.HashMap;
import java.util.Map;

/** One operator that soon gives up a partner that does not answer. */
public class VanishingProfile extends NegotiationProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("entente.partners.vanished-after", "PT10S");
        settings.put("entente.partners.vanished-after-attempts", "5");
        settings.put("entente.partners.vanished-look-every", "0.2s");
        return settings;
    }
}
