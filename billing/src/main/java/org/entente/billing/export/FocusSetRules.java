package org.entente.billing.export;

import static org.entente.billing.export.FocusColumn.SERVICE_CATEGORY;
import static org.entente.billing.export.FocusColumn.SERVICE_NAME;
import static org.entente.billing.export.FocusColumn.SERVICE_SUBCATEGORY;
import static org.entente.billing.export.FocusColumn.SKU_ID;
import static org.entente.billing.export.FocusColumn.SKU_PRICE_ID;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.billing.export.FocusCheck.Finding;

/** The rules that the rows must keep together (FOCUS 1.4, Cost and Usage). */
final class FocusSetRules {
    private static final Map<String, Set<String>> SUBCATEGORIES = Map.of(
            "Compute",
            Set.of(
                    "Containers",
                    "End User Computing",
                    "Quantum Compute",
                    "Serverless Compute",
                    "Virtual Machines",
                    "Other (Compute)"),
            "Other",
            Set.of("Other (Other)"));

    private FocusSetRules() {}

    static List<Finding> broken(List<FocusRow> rows) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(oneParent(rows, SKU_PRICE_ID, SKU_ID));
        findings.addAll(oneParent(rows, SERVICE_NAME, SERVICE_CATEGORY));
        findings.addAll(subcategories(rows));
        return findings;
    }

    private static List<Finding> oneParent(List<FocusRow> rows, FocusColumn child, FocusColumn parent) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> parents = new HashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            Optional<String> name = rows.get(index).value(child);
            Optional<String> of = rows.get(index).value(parent);
            if (name.isPresent() && of.isPresent()) {
                String first = parents.putIfAbsent(name.get(), of.get());
                if (first != null && !first.equals(of.get())) {
                    findings.add(new Finding(
                            index + 1,
                            "one parent",
                            child.id() + " " + name.get() + " has " + parent.id() + " " + of.get() + " here and "
                                    + first + " before"));
                }
            }
        }
        return findings;
    }

    private static List<Finding> subcategories(List<FocusRow> rows) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            FocusRow row = rows.get(index);
            String category = row.value(SERVICE_CATEGORY).orElse("");
            String subcategory = row.value(SERVICE_SUBCATEGORY).orElse("");
            if (!SUBCATEGORIES.getOrDefault(category, Set.of()).contains(subcategory)) {
                findings.add(new Finding(
                        index + 1,
                        "service subcategory",
                        "ServiceSubcategory " + subcategory + " does not belong to ServiceCategory " + category));
            }
        }
        return findings;
    }
}
