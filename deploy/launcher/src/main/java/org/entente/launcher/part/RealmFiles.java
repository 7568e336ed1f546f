package org.entente.launcher.part;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** The Keycloak realm of each operator, as the file that Keycloak imports. */
public final class RealmFiles {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private RealmFiles() {}

    /** The realm's file with this Entente's addresses and the operator's people filled in. */
    public static String of(Operator operator, Settings settings, Secrets secrets) {
        Map<String, String> values = new HashMap<>(people(operator.people()));
        values.put("operator", operator.id());
        values.put("operatorName", operator.title());
        values.put("operatorUrl", url(settings.serverUrl(operator)));
        values.put("brokerSecret", quoted(brokerSecret(operator, secrets)));
        values.put("audienceMapper", template("realm-audience-mapper.json"));
        values.put("tenantMapper", template("realm-tenant-mapper.json"));
        values.put("userProfile", '"' + quoted(template("realm-user-profile.json")) + '"');
        return filled(template("realm.json"), values);
    }

    /**
     * The secret with which the operator's server logs in to keep its partners' clients. In base64's alphabet for URLs: where
     * it comes as a password of HTTP's basic scheme, Keycloak takes a plus sign for a space (RFC 6749 section 2.3.1).
     */
    static String brokerSecret(Operator operator, Secrets secrets) {
        return secrets.value(operator.id() + "-broker-client").replace('+', '-').replace('/', '_');
    }

    private static Map<String, String> people(Operator.People people) {
        return Map.of(
                "tenant", people.tenant(),
                "devops", people.devops(),
                "devopsFirstName", capitalised(people.devops()),
                "engineer", people.engineer(),
                "engineerFirstName", capitalised(people.engineer()),
                "finance", people.finance(),
                "financeFirstName", capitalised(people.finance()));
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(place.group(1)), () -> "no value for " + place.group())));
    }

    private static String url(URI url) {
        return quoted(url.toString());
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String template(String name) {
        try (InputStream file = RealmFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
