package org.entente.commandline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked for: any number of virtual machines and container groups, each at a named site or wherever the policy allows. */
final class WorkloadOptions {
    private static final String MACHINE = "NAME=OPERATOR/SITE,IMAGE,FLAVOUR";
    private static final String CONTAINERS = "NAME=OPERATOR/SITE,IMAGE,REPLICAS,VCPU,GIB";
    private static final String ANYWHERE = "any";

    @Option(
            names = "--vm",
            paramLabel = MACHINE,
            description =
                    "A virtual machine, such as web=alba/alba-paris,cirros,m1.small, or web=any,cirros,m1.small"
                            + " where the policy chooses the site; three of them as web*3=any,cirros,m1.small. May be repeated.")
    private List<String> machines = new ArrayList<>();

    @Option(
            names = "--containers",
            paramLabel = CONTAINERS,
            description = "Equal containers, with vCPU and memory of each one, such as"
                    + " api=boreal/boreal-tromso,nginx:1.27,2,0.25,0.5. Where the policy chooses the site: any."
                    + " May be repeated.")
    private List<String> containerGroups = new ArrayList<>();

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "A whole request as JSON, as POST /api/v1/quotes takes it; other options are added to it.")
    private Optional<Path> request = Optional.empty();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    /** The request as the API takes it. */
    ObjectNode asked() {
        ObjectNode asked = request.map(WorkloadOptions::read).orElseGet(Wire.JSON::createObjectNode);
        ArrayNode workloads = asked.withArray("workloads");
        machines.forEach(text -> workloads.add(machine(text)));
        containerGroups.forEach(text -> workloads.add(containers(text)));
        if (workloads.isEmpty()) {
            throw new CommandException("Say what you want, with --vm or --containers");
        }
        policy.addTo(asked);
        return asked;
    }

    private static ObjectNode read(Path file) {
        try {
            return Wire.JSON.readValue(Files.readString(file), ObjectNode.class);
        } catch (JsonProcessingException malformed) {
            throw new CommandException(file + " is no JSON object: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new CommandException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static ObjectNode machine(String text) {
        Parts parts = Parts.of(text, "--vm", MACHINE, 2);
        ObjectNode workload = parts.workload();
        workload.putObject("virtualMachine").put("image", parts.value(0)).put("flavour", parts.value(1));
        return workload;
    }

    private static ObjectNode containers(String text) {
        Parts parts = Parts.of(text, "--containers", CONTAINERS, 4);
        try {
            ObjectNode workload = parts.workload();
            workload.putObject("containerGroup")
                    .put("image", parts.value(0))
                    .put("replicas", Integer.parseInt(parts.value(1)))
                    .put("vcpuEach", decimal(parts.value(2)))
                    .put("memoryGibEach", decimal(parts.value(3)));
            return workload;
        } catch (NumberFormatException noNumber) {
            throw new CommandException(
                    "In --containers " + text + ", replicas, vCPU and GiB must be numbers", noNumber);
        }
    }

    /** Without zeros that say nothing, which the API does not take. */
    static String decimal(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    /** The pieces of one option's text. */
    private record Parts(String name, Optional<Integer> count, List<String> place, List<String> values) {
        static Parts of(String text, String option, String shape, int values) {
            String[] named = text.split("=", 2);
            String[] pieces = named.length == 2 ? named[1].split(",", -1) : new String[0];
            String[] place = pieces.length == 0 ? new String[0] : pieces[0].split("/", 2);
            boolean isAnywhere = place.length == 1 && place[0].equals(ANYWHERE);
            if (pieces.length != values + 1 || (place.length != 2 && !isAnywhere)) {
                throw new CommandException(option + " must be " + shape + ", but was " + text);
            }
            String[] times = named[0].split("\\*", 2);
            return new Parts(
                    times[0],
                    times.length == 2 ? Optional.of(count(times[1], text)) : Optional.empty(),
                    isAnywhere ? List.of() : List.of(place),
                    List.of(pieces).subList(1, pieces.length));
        }

        private static int count(String count, String text) {
            try {
                return Integer.parseInt(count);
            } catch (NumberFormatException noNumber) {
                throw new CommandException("In " + text + ", what stands behind * must be a number", noNumber);
            }
        }

        ObjectNode workload() {
            ObjectNode workload = Wire.JSON.createObjectNode().put("name", name);
            if (!place.isEmpty()) {
                workload.put("operator", place.get(0)).put("site", place.get(1));
            }
            count.ifPresent(times -> workload.put("count", times));
            return workload;
        }

        String value(int index) {
            return values.get(index);
        }
    }
}
