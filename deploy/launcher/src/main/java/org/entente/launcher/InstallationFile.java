package org.entente.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** {@code operators.json}: what was brought up, for the command line's users. Written beside and moved into place. */
final class InstallationFile {
    private static final Pattern ASSIGNMENT = Pattern.compile("(OS_[A-Z_]+)=([^ \\n]+)");

    private final Settings settings;
    private final JsonMapper json = new JsonMapper();

    InstallationFile(Settings settings) {
        this.settings = settings;
    }

    void write() {
        Path file = settings.folders().home().resolve("operators.json");
        ObjectNode content = json.createObjectNode();
        ArrayNode operators = content.putArray("operators");
        for (Operator operator : Operator.values()) {
            operators.add(entry(operator));
        }
        content.putObject("simulator")
                .put("url", Addresses.of(settings).simulator().toString());
        lab().ifPresent(lab -> content.set("lab", lab));
        try {
            Path beside = Files.createTempFile(settings.folders().home(), "operators", ".json");
            json.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new LaunchException(file + " cannot be written: " + Reason.of(broken) + ".", broken);
        }
    }

    private ObjectNode entry(Operator operator) {
        ObjectNode entry = json.createObjectNode();
        entry.put("id", operator.id());
        entry.put("name", operator.title());
        entry.put("url", settings.serverUrl(operator).toString());
        entry.put("realm", settings.realmUrl(operator).toString());
        Operator.People people = operator.people();
        ObjectNode users = entry.putObject("users");
        user(users, "devops", people.devops()).put("tenant", people.tenant());
        user(users, "engineer", people.engineer());
        user(users, "finance", people.finance());
        return entry;
    }

    private static ObjectNode user(ObjectNode users, String role, String name) {
        return users.putObject(role).put("user", name).put("password", name);
    }

    /** The lab's log-in, once it was brought up. */
    private Optional<ObjectNode> lab() {
        Path login = Lab.login(settings);
        if (!Files.exists(login)) {
            return Optional.empty();
        }
        try {
            Map<String, String> variables = new HashMap<>();
            Matcher assignment = ASSIGNMENT.matcher(Files.readString(login));
            while (assignment.find()) {
                variables.put(assignment.group(1), assignment.group(2));
            }
            return Optional.of(json.createObjectNode()
                    .put("keystone", variables.get("OS_AUTH_URL"))
                    .put("account", variables.get("OS_USERNAME") + "@" + variables.get("OS_PROJECT_NAME"))
                    .put("secret", variables.get("OS_PASSWORD")));
        } catch (IOException broken) {
            throw new LaunchException(login + " cannot be read: " + Reason.of(broken) + ".", broken);
        }
    }
}
