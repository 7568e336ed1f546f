package org.entente.simulator.contract;

import java.math.BigDecimal;
import java.util.List;
import org.entente.broker.site.Workload;

/** Virtual machines as every OpenStack site of ours offers them, and some that none does. */
final class Machines {
    private Machines() {}

    static Workload tiny() {
        return new Workload.VirtualMachine("cirros", "m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE);
    }

    static Workload medium() {
        return new Workload.VirtualMachine(
                "cirros", "m1.medium", BigDecimal.TWO, new BigDecimal("4"), new BigDecimal("40"));
    }

    static List<Workload> notOffered() {
        return List.of(
                new Workload.VirtualMachine("cirros", "m1.nowhere", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                new Workload.VirtualMachine("nowhere", "m1.tiny", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                new Workload.ContainerGroup("nginx:1.27", 1, BigDecimal.ONE, BigDecimal.ONE));
    }
}
