package org.entente.commandline.story;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.operator.OrdersClient.ContainerGroup;
import org.entente.commandline.operator.OrdersClient.VirtualMachine;
import org.entente.commandline.operator.OrdersClient.WorkloadRequest;

/** What is ordered: a virtual machine at Alba, a virtual machine and a container group at Boreal. */
record StoryPlan(String deployment, List<WorkloadRequest> workloads) {
    private static final VirtualMachine MACHINE = new VirtualMachine("cirros", "m1.small");
    private static final ContainerGroup CONTAINERS =
            new ContainerGroup("nginx:1.27", 2, new BigDecimal("0.25"), new BigDecimal("0.5"));

    static StoryPlan at(SiteChoice choice) {
        String borealSite = switch (choice) {
            case SIMULATOR -> "boreal-oslo";
            case LAB -> Pair.LAB_SITE;
        };
        return new StoryPlan(
                "story",
                List.of(
                        machine("gateway", Pair.ALBA, "alba-paris"),
                        machine("worker", Pair.BOREAL, borealSite),
                        new WorkloadRequest(
                                "api", Pair.BOREAL, "boreal-tromso", Optional.empty(), Optional.of(CONTAINERS))));
    }

    private static WorkloadRequest machine(String name, String operator, String site) {
        return new WorkloadRequest(name, operator, site, Optional.of(MACHINE), Optional.empty());
    }
}
