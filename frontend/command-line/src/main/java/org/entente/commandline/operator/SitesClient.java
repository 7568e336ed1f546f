package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sites: an operator's own and those that its partners offer. */
public final class SitesClient {
    private static final String PATH = "/api/v1/sites";
    private final ApiCalls calls;

    SitesClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A site that one may order at.
     *
     * @param technology {@code OPENSTACK} or {@code KUBERNETES}
     * @param reason why it is in this state, where there is something to say
     */
    public record SiteView(
            String operator,
            String site,
            String name,
            String technology,
            Optional<String> release,
            String country,
            String state,
            Optional<String> reason,
            List<FlavourView> flavours,
            List<PriceView> prices,
            Optional<Instant> seenAt) {
        /** Whether it takes orders, as far as the operator knows. */
        public boolean isAvailable() {
            return state.equals("available");
        }
    }

    /** One size of virtual machine. Memory and disk in GiB. */
    public record FlavourView(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {}

    /** A site to connect: where its API is and how the operator logs in there. */
    public record SiteRequest(
            String site,
            String name,
            String technology,
            URI address,
            String account,
            String secret,
            String region,
            String country) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "SiteRequest[" + site + ", " + address + "]";
        }
    }

    public List<SiteView> all() {
        return calls.get(PATH, new TypeReference<List<SiteView>>() {});
    }

    public void connect(SiteRequest site) {
        calls.post(PATH, site);
    }
}
