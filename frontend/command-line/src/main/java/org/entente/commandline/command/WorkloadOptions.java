package org.entente.commandline.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.operator.OrdersClient.ContainerGroup;
import org.entente.commandline.operator.OrdersClient.VirtualMachine;
import org.entente.commandline.operator.OrdersClient.WorkloadRequest;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Option;

/** What is asked for: any number of virtual machines and container groups, each at a named site. */
final class WorkloadOptions {
    private static final String MACHINE = "NAME=OPERATOR/SITE,IMAGE,FLAVOUR";
    private static final String CONTAINERS = "NAME=OPERATOR/SITE,IMAGE,REPLICAS,VCPU,GIB";

    @Option(
            names = "--vm",
            paramLabel = MACHINE,
            description = "A virtual machine, such as web=alba/alba-paris,cirros,m1.small. May be repeated.")
    private List<String> machines = new ArrayList<>();

    @Option(
            names = "--containers",
            paramLabel = CONTAINERS,
            description = "Equal containers, with vCPU and memory of each one, such as"
                    + " api=boreal/boreal-tromso,nginx:1.27,2,0.25,0.5. May be repeated.")
    private List<String> containerGroups = new ArrayList<>();

    List<WorkloadRequest> workloads() {
        List<WorkloadRequest> workloads = new ArrayList<>();
        machines.forEach(text -> workloads.add(machine(text)));
        containerGroups.forEach(text -> workloads.add(containers(text)));
        if (workloads.isEmpty()) {
            throw new CommandException("Say what you want, with --vm or --containers");
        }
        return workloads;
    }

    private static WorkloadRequest machine(String text) {
        Parts parts = Parts.of(text, "--vm", MACHINE, 2);
        VirtualMachine machine = new VirtualMachine(parts.value(0), parts.value(1));
        return new WorkloadRequest(
                parts.name(), parts.operator(), parts.site(), Optional.of(machine), Optional.empty());
    }

    private static WorkloadRequest containers(String text) {
        Parts parts = Parts.of(text, "--containers", CONTAINERS, 4);
        try {
            ContainerGroup group = new ContainerGroup(
                    parts.value(0), Integer.parseInt(parts.value(1)), decimal(parts.value(2)), decimal(parts.value(3)));
            return new WorkloadRequest(
                    parts.name(), parts.operator(), parts.site(), Optional.empty(), Optional.of(group));
        } catch (NumberFormatException noNumber) {
            throw new CommandException(
                    "In --containers " + text + ", replicas, vCPU and GiB must be numbers", noNumber);
        }
    }

    /** Without zeros that say nothing, which the API does not take. */
    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    /** The pieces of one option's text. */
    private record Parts(String name, String operator, String site, List<String> values) {
        static Parts of(String text, String option, String shape, int values) {
            String[] named = text.split("=", 2);
            String[] pieces = named.length == 2 ? named[1].split(",", -1) : new String[0];
            String[] place = pieces.length == 0 ? new String[0] : pieces[0].split("/", 2);
            if (pieces.length != values + 1 || place.length != 2) {
                throw new CommandException(option + " must be " + shape + ", but was " + text);
            }
            return new Parts(named[0], place[0], place[1], List.of(pieces).subList(1, pieces.length));
        }

        String value(int index) {
            return values.get(index);
        }
    }
}
