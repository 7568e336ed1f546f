package org.entente.commandline.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Option;

/** How the broker chooses sites. Without any option it takes the cheapest, all or nothing. */
final class PolicyOptions {
    @Option(names = "--country", split = ",", paramLabel = "CODE", description = "Only sites in these countries.")
    private List<String> countries = new ArrayList<>();

    @Option(
            names = "--residency",
            split = ",",
            paramLabel = "CODE",
            description = "Data may only be in these countries, at named sites too.")
    private List<String> residency = new ArrayList<>();

    @Option(names = "--technology", split = ",", paramLabel = "NAME", description = "Only openstack or kubernetes.")
    private List<String> technologies = new ArrayList<>();

    @Option(names = "--only-operator", split = ",", paramLabel = "ID", description = "Only sites of these operators.")
    private List<String> operators = new ArrayList<>();

    @Option(names = "--not-operator", split = ",", paramLabel = "ID", description = "No site of these operators.")
    private List<String> denied = new ArrayList<>();

    @Option(names = "--near", paramLabel = "LATITUDE,LONGITUDE", description = "A point, such as 48.8566,2.3522.")
    private Optional<String> near = Optional.empty();

    @Option(names = "--within-km", paramLabel = "KM", description = "How far from that point at most.")
    private Optional<String> kilometres = Optional.empty();

    @Option(
            names = "--within-ms",
            paramLabel = "MS",
            description = "The longest round trip from that point, by what light in a fibre needs at best.")
    private Optional<String> millis = Optional.empty();

    @Option(names = "--max-co2", paramLabel = "GRAMS", description = "At most so much CO2 per kWh of electricity.")
    private Optional<String> grams = Optional.empty();

    @Option(names = "--max-hour", paramLabel = "PRICE", description = "The most for an hour of one instance.")
    private Optional<String> perHour = Optional.empty();

    @Option(names = "--max-month", paramLabel = "PRICE", description = "The most for a month of one instance.")
    private Optional<String> perMonth = Optional.empty();

    @Option(names = "--max-all-month", paramLabel = "PRICE", description = "The most for a month of everything.")
    private Optional<String> allPerMonth = Optional.empty();

    @Option(
            names = "--spread",
            paramLabel = "DOMAIN=MOST",
            description = "At most so many instances of a workload in each site, operator or country, such as site=1.")
    private List<String> spreads = new ArrayList<>();

    @Option(
            names = "--together",
            paramLabel = "DOMAIN=NAME,NAME",
            description = "Workloads that share a site, operator or country, such as operator=web,db. May be repeated.")
    private List<String> together = new ArrayList<>();

    @Option(
            names = "--apart",
            paramLabel = "DOMAIN=NAME,NAME",
            description = "Workloads that share none, such as site=web,db. May be repeated.")
    private List<String> apart = new ArrayList<>();

    @Option(names = "--partial", description = "A part of what is asked for is better than nothing.")
    private boolean partial;

    @Option(names = "--only-told", description = "Only sites that told all that matters.")
    private boolean onlyTold;

    @Option(names = "--cheapest", paramLabel = "WEIGHT", description = "How much a low price counts, from 0 to 100.")
    private Optional<Integer> cheapest = Optional.empty();

    @Option(names = "--nearest", paramLabel = "WEIGHT", description = "How much it counts to be near the point.")
    private Optional<Integer> nearest = Optional.empty();

    @Option(names = "--greenest", paramLabel = "WEIGHT", description = "How much clean electricity counts.")
    private Optional<Integer> greenest = Optional.empty();

    @Option(names = "--fewest-operators", paramLabel = "WEIGHT", description = "How much few operators count.")
    private Optional<Integer> fewestOperators = Optional.empty();

    /** Adds the policy to a request, where there is one. */
    void addTo(ObjectNode request) {
        ObjectNode policy = request.has("policy") ? request.withObject("/policy") : request.objectNode();
        list(policy, "countries", countries);
        list(policy, "residency", residency);
        list(
                policy,
                "technologies",
                technologies.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        list(policy, "operators", operators);
        list(policy, "deniedOperators", denied);
        near.ifPresent(point -> near(policy.putObject("near"), point));
        decimal(policy, "gramsCo2PerKwhMax", grams);
        ceiling(policy);
        spreads.forEach(text -> spread(policy.withArray("spread"), text));
        together.forEach(text -> affinity(policy.withArray("affinities"), "--together", text));
        apart.forEach(text -> affinity(policy.withArray("affinities"), "--apart", text));
        if (partial) {
            policy.put("partial", true);
        }
        if (onlyTold) {
            policy.put("onlyTold", true);
        }
        weights(policy);
        if (!policy.isEmpty()) {
            request.set("policy", policy);
        }
    }

    private void near(ObjectNode node, String point) {
        String[] degrees = point.split(",", -1);
        if (degrees.length != 2) {
            throw new CommandException("--near must be LATITUDE,LONGITUDE, but was " + point);
        }
        decimal(node, "latitude", Optional.of(degrees[0]));
        decimal(node, "longitude", Optional.of(degrees[1]));
        decimal(node, "kilometresMax", kilometres);
        decimal(node, "roundTripMillisMax", millis);
    }

    private void ceiling(ObjectNode policy) {
        if (perHour.isPresent() || perMonth.isPresent() || allPerMonth.isPresent()) {
            ObjectNode ceiling = policy.putObject("ceiling");
            decimal(ceiling, "instancePerHour", perHour);
            decimal(ceiling, "instancePerMonth", perMonth);
            decimal(ceiling, "allPerMonth", allPerMonth);
        }
    }

    private void weights(ObjectNode policy) {
        if (cheapest.isPresent() || nearest.isPresent() || greenest.isPresent() || fewestOperators.isPresent()) {
            ObjectNode weights = policy.putObject("weights");
            cheapest.ifPresent(weight -> weights.put("cheapest", weight));
            nearest.ifPresent(weight -> weights.put("nearest", weight));
            greenest.ifPresent(weight -> weights.put("greenest", weight));
            fewestOperators.ifPresent(weight -> weights.put("fewestOperators", weight));
        }
    }

    private static void spread(ArrayNode spreads, String text) {
        String[] parts = parts("--spread", text);
        try {
            spreads.addObject().put("over", parts[0].toUpperCase(Locale.ROOT)).put("most", Integer.parseInt(parts[1]));
        } catch (NumberFormatException noNumber) {
            throw new CommandException("--spread must be such as site=1, but was " + text, noNumber);
        }
    }

    private static void affinity(ArrayNode affinities, String option, String text) {
        String[] parts = parts(option, text);
        ObjectNode affinity = affinities
                .addObject()
                .put("over", parts[0].toUpperCase(Locale.ROOT))
                .put("together", option.equals("--together"));
        list(affinity, "workloads", List.of(parts[1].split(",", -1)));
    }

    private static String[] parts(String option, String text) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2 || !List.of("site", "operator", "country").contains(parts[0])) {
            throw new CommandException(option + " must begin with site=, operator= or country=, but was " + text);
        }
        return parts;
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(name);
            values.forEach(list::add);
        }
    }

    private static void decimal(ObjectNode node, String name, Optional<String> text) {
        text.ifPresent(number -> {
            try {
                node.put(name, WorkloadOptions.decimal(number));
            } catch (NumberFormatException noNumber) {
                throw new CommandException(name + " must be a number, but was " + number, noNumber);
            }
        });
    }
}
