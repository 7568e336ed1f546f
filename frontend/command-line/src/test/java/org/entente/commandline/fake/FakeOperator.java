package org.entente.commandline.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.fake.FakeServer.Call;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.Wire;

/**
 * One operator's server with its realm: sites, partners, agreements and the development clock. What it shows changes only
 * by calls, and by what its partner does.
 */
public final class FakeOperator implements AutoCloseable {
    static final String TOKEN = "token";

    private final FakeServer server = new FakeServer();
    private final String id;
    private final String name;
    private final String keyX;
    private final List<ObjectNode> sites = new ArrayList<>();
    private final List<ObjectNode> partners = new ArrayList<>();
    private final List<ObjectNode> agreements = new ArrayList<>();
    private Optional<FakeOperator> partner = Optional.empty();
    private String newSiteState = "available";
    private Instant now;

    FakeOperator(String id, String name, String keyX, Instant now) {
        this.id = id;
        this.name = name;
        this.keyX = keyX;
        this.now = now;
        server.on("POST", "/realm/protocol/openid-connect/token", this::token)
                .on("GET", "/\\.well-known/entente/jwks\\.json", call -> Reply.json(200, keys()))
                .on("GET", "/api/v1/portal-settings", call -> Reply.json(200, settings()))
                .on("GET", "/api/v1/development/clock", call -> Reply.json(200, Map.of("now", this.now)))
                .on("PUT", "/api/v1/development/clock", this::moveClock)
                .on("GET", "/api/v1/sites", call -> Reply.json(200, allSites()))
                .on("POST", "/api/v1/sites", this::connect)
                .on("GET", "/api/v1/partners", call -> Reply.json(200, partners))
                .on("POST", "/api/v1/partners", this::invite)
                .on("POST", "/api/v1/partners/([^/]+)/confirmation", this::confirm)
                .on("GET", "/.well-known/entente/keys.json", call -> Reply.text("application/json", "{\"keys\":[]}"))
                .on("GET", "/api/v1/agreements", call -> Reply.json(200, agreements))
                .on("POST", "/api/v1/agreements", this::propose)
                .on(
                        "GET",
                        "/api/v1/agreements/([^/]+)/document",
                        call -> Reply.text("application/jose+json", "{\"payload\":\"\",\"signatures\":[]}"));
        acceptAgain();
    }

    /** Accepts agreements as it should, after a test had it otherwise. */
    public void acceptAgain() {
        server.on("POST", "/api/v1/agreements/([^/]+)/acceptance", this::accept);
    }

    void meets(FakeOperator other) {
        partner = Optional.of(other);
    }

    public FakeServer server() {
        return server;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public URI realm() {
        return URI.create(server.url() + "/realm");
    }

    public Instant now() {
        return now;
    }

    FakeOperator partner() {
        return partner.orElseThrow();
    }

    /** In which state sites are from now on once they are connected. */
    public void connectsSitesAs(String state) {
        newSiteState = state;
    }

    public List<ObjectNode> agreements() {
        return agreements;
    }

    @Override
    public void close() {
        server.close();
    }

    static JsonNode json(String text) {
        try {
            return Wire.JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private Reply token(Call call) {
        String user = call.body().replaceAll(".*username=([a-z]+).*", "$1");
        String password = call.body().replaceAll(".*password=([a-z]+).*", "$1");
        return call.body().contains("client_id=command-line") && user.equals(password)
                ? Reply.json(200, Map.of("access_token", TOKEN, "expires_in", 300))
                : Reply.json(401, Map.of("error", "invalid_grant"));
    }

    private Map<String, Object> keys() {
        return Map.of("keys", List.of(Map.of("kty", "OKP", "crv", "Ed25519", "x", keyX, "use", "sig")));
    }

    private Map<String, Object> settings() {
        return Map.of("operator", Map.of("id", id, "name", name), "authority", realm(), "clientId", "portal");
    }

    private Reply moveClock(Call call) {
        Instant wanted = Instant.parse(json(call.body()).path("now").asText());
        now = wanted.isBefore(now) ? now : wanted;
        return Reply.json(200, Map.of("now", now));
    }

    private List<ObjectNode> allSites() {
        List<ObjectNode> all = new ArrayList<>(sites);
        agreements.stream()
                .filter(version -> version.path("state").asText().equals("signed"))
                .filter(version -> version.path("home").asText().equals(id))
                .reduce((earlier, later) -> later)
                .ifPresent(version -> partner().sites.stream()
                        .filter(site -> opens(version, site))
                        .forEach(all::add));
        return all;
    }

    private static boolean opens(ObjectNode version, ObjectNode site) {
        for (JsonNode zone : version.path("terms").path("zones")) {
            if (zone.equals(site.path("site"))) {
                return true;
            }
        }
        return false;
    }

    private Reply connect(Call call) {
        ObjectNode wanted = (ObjectNode) json(call.body());
        ObjectNode site = Wire.JSON.createObjectNode();
        site.put("operator", id);
        List.of("site", "name", "country", "technology").forEach(member -> site.set(member, wanted.path(member)));
        site.put("state", newSiteState);
        ArrayNode flavours = site.putArray("flavours");
        flavours.addObject()
                .put("name", "m1.small")
                .put("vcpu", "1")
                .put("memoryGib", "2")
                .put("diskGib", "20");
        site.putArray("prices");
        sites.add(site);
        return Reply.json(201, Map.of("site", site.path("site"), "name", site.path("name"), "state", "connecting"));
    }

    private Reply invite(Call call) {
        if (!json(call.body())
                .path("url")
                .asText()
                .equals(partner().server.url().toString())) {
            return Reply.problem(502, "PARTNER_UNREACHABLE", "Nobody answered there");
        }
        ObjectNode invited = Wire.JSON.createObjectNode();
        invited.put("operator", partner().id);
        invited.put("name", partner().name);
        invited.put("country", "NO");
        invited.put("url", partner().server.url().toString());
        invited.put("state", "invited");
        invited.put("fingerprint", FakePair.FINGERPRINTS.get(partner().id));
        partners.add(invited);
        return Reply.json(201, invited);
    }

    private Reply confirm(Call call) {
        ObjectNode known = partners.getFirst();
        if (!known.path("fingerprint").equals(json(call.body()).path("fingerprint"))) {
            return Reply.problem(422, "FINGERPRINT_DIFFERS", "The fingerprint is not that of the published key");
        }
        known.put("state", "active");
        return Reply.json(200, known);
    }

    private Reply propose(Call call) {
        JsonNode proposal = json(call.body());
        ObjectNode version = Wire.JSON.createObjectNode();
        version.set("agreement", proposal.path("agreement"));
        version.put("version", agreements.size() + 1);
        version.put("state", "proposed");
        version.put("waitsFor", "the home operator must accept it");
        version.put("host", id);
        List.of("home", "from", "to", "currency").forEach(member -> version.set(member, proposal.path(member)));
        ObjectNode terms = version.putObject("terms");
        terms.set("zones", proposal.path("zones"));
        terms.putObject("rateCard").putArray("lines");
        agreements.add(version);
        partner().agreements.add(version.deepCopy().put("state", "received"));
        return Reply.json(202, version);
    }

    private Reply accept(Call call) {
        ObjectNode received = agreements.getLast();
        if (!received.path("state").asText().equals("received")) {
            return Reply.problem(409, "AGREEMENT_NOT_WAITING", "No version waits for us");
        }
        received.put("state", "signed").put("waitsFor", "");
        partner().agreements.getLast().put("state", "signed").put("waitsFor", "");
        return Reply.json(202, received);
    }
}
