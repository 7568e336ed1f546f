package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Partners: the operators that this one exchanged keys with. */
public final class PartnersClient {
    private static final String PATH = "/api/v1/partners";
    private final ApiCalls calls;

    PartnersClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A partner.
     *
     * @param state {@code invited} until its fingerprint was confirmed, then {@code active}
     * @param fingerprint its key's thumbprint (RFC 7638) in groups of four hexadecimal digits
     */
    public record PartnerView(String operator, String name, URI url, String state, String fingerprint) {
        public boolean isActive() {
            return state.equals("active");
        }
    }

    public List<PartnerView> all() {
        return calls.get(PATH, new TypeReference<List<PartnerView>>() {});
    }

    public PartnerView invite(URI url) {
        return invite(url, List.of());
    }

    /**
     * Invites the operator whose server is at an address.
     *
     * @param hosts where else its peering API or identity provider may be, as its engineer said
     */
    public PartnerView invite(URI url, List<String> hosts) {
        return calls.post(PATH, Map.of("url", url, "hosts", hosts)).as(new TypeReference<PartnerView>() {});
    }

    /**
     * How the operator stands to a partner.
     *
     * @param state {@code active}, {@code suspended}, {@code ended} or {@code vanished}
     */
    public record StandingView(String operator, String state, String reason) {}

    public StandingView suspend(String operator, String reason) {
        return change(operator, "suspension", reason);
    }

    public StandingView resume(String operator, String reason) {
        return change(operator, "resumption", reason);
    }

    public StandingView end(String operator, String reason) {
        return change(operator, "end", reason);
    }

    /** Closes everything with a partner that does not answer. */
    public StandingView vanish(String operator, String reason) {
        return change(operator, "vanishing", reason);
    }

    private StandingView change(String operator, String what, String reason) {
        return calls.post(PATH + "/" + operator + "/" + what, Map.of("reason", reason), IdempotencyKey.fresh())
                .as(new TypeReference<StandingView>() {});
    }

    /** Says that the partner's engineer read out this fingerprint. */
    public PartnerView confirm(String operator, String fingerprint) {
        return calls.post(PATH + "/" + operator + "/confirmation", Map.of("fingerprint", fingerprint))
                .as(new TypeReference<PartnerView>() {});
    }
}
