package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.broker.openstack.OpenStackSession.Outgoing;
import org.entente.broker.site.SiteException;

/** JSON calls to one service of a site, in the forms of the newest version that both sides know. */
record Service(OpenStackSession session, ServiceType type, Map<String, String> headers) {
    private static final int PAGE_SIZE = 1000;
    private static final int PAGES_MAX = 50;

    Service {
        headers = Map.copyOf(headers);
    }

    /** The service in its oldest forms. */
    Service(OpenStackSession session, ServiceType type) {
        this(session, type, Map.of());
    }

    /** The service in the newest forms for a purpose; absent where the site speaks none that we know. */
    Optional<Service> speaking(Feature feature) {
        return session.versions(this)
                .common(feature.known())
                .map(version ->
                        new Service(session, type, Map.of("OpenStack-API-Version", type.title() + " " + version)));
    }

    /** The same, or the oldest forms where the API has no microversions at all. */
    Service at(Feature feature) {
        return speaking(feature).orElse(this);
    }

    String address() {
        return session.token().catalogue().get(type);
    }

    /** openstack4j, in the same forms. */
    Client client() {
        return new Client(session, type, headers);
    }

    JsonNode get(String path) {
        return ask(path).json();
    }

    /** The answer to a GET, whatever its status. */
    Answer ask(String path) {
        return session.send(type, new Outgoing("GET", path, headers, BodyPublishers.noBody()));
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    Answer patch(String path, String contentType, JsonNode changes) {
        return send("PATCH", path, contentType, BodyPublishers.ofString(changes.toString()));
    }

    Answer send(String method, String path, String contentType, BodyPublisher body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", contentType);
        return session.send(type, new Outgoing(method, path, all, body));
    }

    /** Ending what is not there is no error. */
    void delete(String path) {
        Answer answer = attemptDelete(path);
        if (!answer.isMissing()) {
            answer.succeeded();
        }
    }

    Answer attemptDelete(String path) {
        return session.send(type, new Outgoing("DELETE", path, headers, BodyPublishers.noBody()));
    }

    /** The list that an answer must hold under this name. */
    List<JsonNode> list(String path, String member) {
        return members(get(path), member);
    }

    /** All of a list that comes in pages of at most a thousand, which are asked for by the last id of the page before. */
    List<JsonNode> pages(String path, String member) {
        List<JsonNode> all = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE_SIZE;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<JsonNode> more = list(page == 0 ? next : next + "&marker=" + lastId(all), member);
            all.addAll(more);
            if (more.size() < PAGE_SIZE) {
                return all;
            }
        }
        throw new SiteException(SiteException.Code.BROKEN, session.site() + " lists " + member + " without an end.");
    }

    private static String lastId(List<JsonNode> all) {
        return all.getLast().path("id").asText();
    }

    List<JsonNode> members(JsonNode content, String member) {
        JsonNode list = content.path(member);
        if (!list.isArray()) {
            throw new SiteException(SiteException.Code.BROKEN, session.site() + " answered no list of " + member + ".");
        }
        List<JsonNode> members = new ArrayList<>();
        list.forEach(members::add);
        return members;
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
