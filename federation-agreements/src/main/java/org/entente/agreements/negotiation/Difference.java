package org.entente.agreements.negotiation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.agreements.agreement.TermsForm;
import org.entente.agreements.terms.AgreementTerms;

/**
 * What differs between two versions of an agreement, term by term in the form in which they are signed, so that no term
 * can be missed. Lists are compared by what their members are called, not by their order.
 */
public final class Difference {
    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /** Every change that leads from one version to another, but for the version's own number. */
    public static List<Change> between(AgreementTerms from, AgreementTerms to) {
        Difference difference = new Difference();
        difference.compare("", TermsForm.tree(from), TermsForm.tree(to));
        return difference.changes.stream()
                .filter(change -> !change.path().equals("version"))
                .toList();
    }

    private void compare(String path, JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return;
        }
        if (from.isValueNode() && to.isValueNode()) {
            changes.add(Change.of(path, Optional.of(said(from)), Optional.of(said(to))));
        } else {
            compareMembers(path, members(path, from), members(path, to));
        }
    }

    private void compareMembers(String path, Map<String, JsonNode> from, Map<String, JsonNode> to) {
        TreeSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        for (String name : names) {
            Optional<JsonNode> before = Optional.ofNullable(from.get(name));
            Optional<JsonNode> after = Optional.ofNullable(to.get(name));
            if (before.isPresent() && after.isPresent()) {
                compare(name, before.get(), after.get());
            } else {
                JsonNode only = before.or(() -> after).orElseThrow();
                changes.add(Change.of(
                        isValueInList(only, name) ? path : name,
                        before.map(Difference::said),
                        after.map(Difference::said)));
            }
        }
    }

    /** A member of a list of plain values is called by its value, which its path need not repeat. */
    private static boolean isValueInList(JsonNode member, String name) {
        return member.isValueNode() && name.endsWith("[" + member.asText() + "]");
    }

    /** The parts of an object or a list, each by its path. */
    private static Map<String, JsonNode> members(String path, JsonNode node) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> members.put(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            int position = 0;
            for (JsonNode member : node) {
                members.put(path + "[" + called(member, position++) + "]", member);
            }
        }
        return members;
    }

    private static String called(JsonNode member, int position) {
        if (member.isValueNode()) {
            return member.asText();
        }
        return member.hasNonNull("id") ? member.get("id").asText() : String.valueOf(position + 1);
    }

    private static String said(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
