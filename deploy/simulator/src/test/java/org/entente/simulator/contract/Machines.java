package org.entente.simulator.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.document.OrderedWorkload.Protocol;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.broker.site.Workload;

/** Virtual machines as every OpenStack site of ours offers them, and some that none does. */
final class Machines {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3uh5rFqs3rzfzYOcsqkgrzvKZ0oqxXlBKsmHlKKcNp contract";

    private Machines() {}

    static Workload tiny() {
        return new Workload.VirtualMachine("cirros", "m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE);
    }

    static Workload medium() {
        return new Workload.VirtualMachine(
                "cirros", "m1.medium", BigDecimal.TWO, new BigDecimal("4"), new BigDecimal("40"));
    }

    /** A tiny machine with a key, user data and an open port. */
    static Workload reachable() {
        return tiny(List.of(), false);
    }

    /** The same with volumes and an address that the internet reaches. */
    static Workload complete(Volume... volumes) {
        return tiny(List.of(volumes), true);
    }

    private static Workload tiny(List<Volume> volumes, boolean publicAddress) {
        return new Workload.VirtualMachine(
                new OrderedWorkload.VirtualMachine(
                        new ImageSource.Named("cirros"),
                        "m1.tiny",
                        List.of(),
                        List.of(new Port(22, Protocol.TCP), new Port(53, Protocol.UDP)),
                        volumes,
                        Optional.of("#cloud-config\n{}\n"),
                        Optional.of(KEY),
                        publicAddress),
                BigDecimal.ONE,
                new BigDecimal("0.5"),
                BigDecimal.ONE,
                0);
    }

    static List<Workload> notOffered() {
        return List.of(
                new Workload.VirtualMachine("cirros", "m1.nowhere", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                new Workload.VirtualMachine("nowhere", "m1.tiny", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                new Workload.ContainerGroup("nginx:1.27", 1, BigDecimal.ONE, BigDecimal.ONE));
    }
}
