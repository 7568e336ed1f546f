package org.entente.commandline.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.commandline.fake.FakeServer.Call;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.Wire;

/**
 * Orders at Alba and the bills that come of them at both: every instance holds one vCPU, at 0.0185 EUR an hour between
 * the operators and 0.03 EUR for the tenant. A deployment is seen starting once and ending once before it gets there.
 */
public final class FakeTrade {
    private static final BigDecimal WHOLESALE = new BigDecimal("0.0185");
    private static final BigDecimal RETAIL = new BigDecimal("0.03");

    private final FakeOperator alba;
    private final FakeOperator boreal;
    private final Map<String, ObjectNode> deployments = new TreeMap<>();
    private final List<ObjectNode> statements = new ArrayList<>();
    private String albasSurplus = "0";
    private String startsAs = "active";
    private JsonNode workloads = Wire.JSON.createArrayNode();

    FakeTrade(FakeOperator alba, FakeOperator boreal) {
        this.alba = alba;
        this.boreal = boreal;
        alba.server()
                .on("POST", "/api/v1/quotes", this::quote)
                .on("POST", "/api/v1/orders", this::order)
                .on("GET", "/api/v1/deployments", this::list)
                .on("GET", "/api/v1/deployments/([^/]+)", this::deployment)
                .on("DELETE", "/api/v1/deployments/([^/]+)", this::end);
        finance(alba);
        finance(boreal);
    }

    /** Makes Alba's own total larger than Boreal's from now on. */
    public void albaComputesMoreBy(String surplus) {
        albasSurplus = surplus;
    }

    /** What deployments become instead of active from now on. */
    public void ordersBecome(String state) {
        startsAs = state;
    }

    private void finance(FakeOperator operator) {
        operator.server()
                .on("POST", "/api/v1/periods/([^/]+)/close", call -> close(operator, call))
                .on(
                        "GET",
                        "/api/v1/periods/([^/]+)",
                        call -> Reply.json(200, Map.of("period", "", "state", "CLOSING", "waits", List.of())))
                .on("GET", "/api/v1/statements", call -> Reply.json(200, statements(operator, call)))
                .on("GET", "/api/v1/statements/([^/]+)/([^/]+)", call -> signed())
                .on("GET", "/api/v1/usage-reports", call -> Reply.json(200, usageReports()))
                .on("GET", "/api/v1/usage-reports/([^/]+)/([^/]+)", call -> signed())
                .on("GET", "/api/v1/invoices", call -> Reply.json(200, invoices(operator)))
                .on("GET", "/api/v1/invoices/([^/]+)", call -> signed())
                .on("GET", "/api/v1/invoices/([^/]+)/ubl\\.xml", call -> Reply.text("application/xml", "<Invoice/>"))
                .on("GET", "/api/v1/exports/focus\\.csv", call -> Reply.text("text/csv", "BilledCost\n1\n"))
                .on("GET", "/api/v1/exports/journal", call -> Reply.text("text/plain", "; books\n"));
    }

    private static Reply signed() {
        return Reply.text("application/jose+json", "{\"payload\":\"\",\"signatures\":[]}");
    }

    private Reply quote(Call call) {
        workloads = FakeOperator.json(call.body()).path("workloads");
        List<Map<String, Object>> lines = new ArrayList<>();
        workloads.forEach(workload -> lines.add(Map.of(
                "name", workload.path("name"),
                // Where the customer left it open, the first site is chosen.
                "operator", workload.path("operator").asText("alba"),
                "site", workload.path("site").asText("alba-paris"),
                "perHour", RETAIL,
                "perMonth", "21.9",
                "prices", List.of())));
        return Reply.json(
                201,
                Map.of(
                        "quote",
                        "quote-1",
                        "currency",
                        "EUR",
                        "perHour",
                        RETAIL.multiply(BigDecimal.valueOf(lines.size())),
                        "perMonth",
                        "65.7",
                        "validUntil",
                        alba.now().plusSeconds(900),
                        "lines",
                        lines));
    }

    private Reply order(Call call) {
        if (call.header("Idempotency-key").isEmpty()) {
            return Reply.problem(400, "KEY_MISSING", "An order needs an Idempotency-Key");
        }
        String id = "order-" + (deployments.size() + 1);
        ObjectNode deployment = Wire.JSON.createObjectNode();
        deployment.put("order", id);
        deployment.set("name", FakeOperator.json(call.body()).path("name"));
        deployment.put("state", "starting");
        deployment.put("tenant", "acme");
        deployment.put("createdAt", alba.now().toString());
        deployment.put("currency", "EUR");
        deployment.put("costSoFar", "0");
        deployment.putArray("instances");
        workloads.forEach(workload -> deployment.withArray("instances").add(instance(id, workload)));
        deployments.put(id, deployment);
        return Reply.json(202, Map.of("order", id, "state", "requested"));
    }

    private ObjectNode instance(String order, JsonNode workload) {
        ObjectNode instance = Wire.JSON.createObjectNode();
        instance.put("instance", order + "-" + workload.path("name").asText());
        List.of("name", "operator", "site").forEach(member -> instance.set(member, workload.path(member)));
        instance.put("technology", workload.has("virtualMachine") ? "OPENSTACK" : "KUBERNETES");
        instance.put("state", "starting");
        instance.put("costSoFar", "0");
        instance.put("startedAt", alba.now().toString());
        return instance;
    }

    private Reply list(Call call) {
        return Reply.json(
                200, Map.of("items", deployments.values(), "page", 0, "size", 50, "total", deployments.size()));
    }

    private Reply deployment(Call call) {
        ObjectNode deployment = known(call.groups().getFirst());
        Reply reply = Reply.json(200, deployment);
        switch (deployment.path("state").asText()) {
            case "starting" -> become(deployment, startsAs);
            case "ending" -> become(deployment, "ended");
            default -> {}
        }
        return reply;
    }

    private ObjectNode known(String order) {
        return Objects.requireNonNull(deployments.get(order), order);
    }

    private static void become(ObjectNode deployment, String state) {
        deployment.put("state", state);
        if (state.equals("refused")) {
            deployment.put("reason", "Boreal Edge has no room");
        }
        deployment.path("instances").forEach(instance -> ((ObjectNode) instance).put("state", state));
    }

    private Reply end(Call call) {
        ObjectNode deployment = known(call.groups().getFirst());
        become(deployment, "ending");
        deployment
                .path("instances")
                .forEach(instance ->
                        ((ObjectNode) instance).put("endedAt", alba.now().toString()));
        return new Reply(202, "application/json", Map.of(), "");
    }

    private Reply close(FakeOperator operator, Call call) {
        String period = call.groups().getFirst();
        boolean isClosed = statements.stream()
                .anyMatch(statement -> statement.path("period").asText().equals(period));
        if (operator == boreal && isClosed) {
            return Reply.problem(409, "PERIOD_CLOSED", period + " was closed already");
        }
        if (operator == boreal) {
            statements.add(statement(period, "SENT"));
        }
        return new Reply(202, "application/json", Map.of(), "{}");
    }

    private ObjectNode statement(String period, String state) {
        BigDecimal total = lines(WHOLESALE, true).stream()
                .map(line -> new BigDecimal(line.path("exactAmount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode statement = Wire.JSON.createObjectNode();
        statement.put("agreement", "alba-at-boreal");
        statement.put("period", period);
        statement.put("document", "statement-" + period);
        statement.put("state", state);
        statement.put("ownTotal", total.stripTrailingZeros().toPlainString());
        statement.put("statedTotal", total.stripTrailingZeros().toPlainString());
        statement.put("currency", "EUR");
        return statement;
    }

    private List<ObjectNode> statements(FakeOperator operator, Call call) {
        List<ObjectNode> shown = statements.stream()
                .filter(statement ->
                        call.query().contains(statement.path("period").asText()))
                .map(ObjectNode::deepCopy)
                .toList();
        if (operator == alba) {
            shown.forEach(statement -> statement.put(
                    "ownTotal",
                    new BigDecimal(statement.path("ownTotal").asText())
                            .add(new BigDecimal(albasSurplus))
                            .toPlainString()));
        }
        statements.forEach(statement -> statement.put("state", "ACCEPTED"));
        return shown;
    }

    private static Map<String, Object> usageReports() {
        return Map.of(
                "items",
                List.of(
                        Map.of("agreement", "alba-at-boreal", "number", 1, "state", "COUNTERSIGNED"),
                        Map.of("agreement", "alba-at-boreal", "number", 2, "state", "COUNTERSIGNED")),
                "total",
                2);
    }

    private List<ObjectNode> invoices(FakeOperator operator) {
        List<ObjectNode> invoices = new ArrayList<>();
        ObjectNode partners = invoice("BOREAL-1", "boreal", "alba", lines(WHOLESALE, true));
        partners.put("agreement", "alba-at-boreal");
        invoices.add(partners);
        if (operator == alba) {
            invoices.add(invoice("ALBA-1", "alba", "acme", lines(RETAIL, false)));
        }
        return invoices;
    }

    private ObjectNode invoice(String number, String issuer, String buyer, List<ObjectNode> lines) {
        ObjectNode invoice = Wire.JSON.createObjectNode();
        invoice.put("number", number).put("issuer", issuer).put("buyer", buyer);
        invoice.put("period", "").put("state", "SENT").put("currency", "EUR");
        invoice.put("net", "1.00").put("tax", "0.00").put("payable", "1.00");
        invoice.putArray("lines").addAll(lines);
        return invoice;
    }

    /** One line for each ended instance of the latest order, where wanted only those at Boreal. */
    private List<ObjectNode> lines(BigDecimal price, boolean onlyBoreal) {
        List<ObjectNode> lines = new ArrayList<>();
        ObjectNode latest = known("order-" + deployments.size());
        for (JsonNode instance : latest.path("instances")) {
            if (!onlyBoreal || instance.path("operator").asText().equals("boreal")) {
                lines.add(line(price, instance));
            }
        }
        return lines;
    }

    private static ObjectNode line(BigDecimal price, JsonNode instance) {
        BigDecimal seconds = BigDecimal.valueOf(Duration.between(
                        Instant.parse(instance.path("startedAt").asText()),
                        Instant.parse(instance.path("endedAt").asText()))
                .toSeconds());
        BigDecimal amount = seconds.multiply(price).divide(BigDecimal.valueOf(3600), 14, RoundingMode.HALF_EVEN);
        ObjectNode line = Wire.JSON.createObjectNode();
        line.set("instance", instance.path("instance"));
        line.put("priceLine", "vcpu").put("meter", "VCPU").put("per", "HOUR");
        line.put("quantity", seconds.toPlainString());
        line.put("unitPrice", price.toPlainString());
        line.put("exactAmount", amount.stripTrailingZeros().toPlainString());
        return line;
    }
}
