package org.entente.broker.site;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.entente.agreements.document.OrderedWorkload;
import org.jspecify.annotations.Nullable;

/** A workload in columns. A virtual machine has a flavour; a container group has replicas and what each of them holds. */
@Embeddable
public class WorkloadColumns {
    String image;

    @Nullable String flavour;

    @Nullable Integer replicas;

    @Nullable BigDecimal vcpuEach;

    @Nullable BigDecimal memoryGibEach;

    BigDecimal vcpu;
    BigDecimal memoryGib;
    BigDecimal diskGib;

    public static WorkloadColumns of(Workload workload) {
        WorkloadColumns columns = new WorkloadColumns();
        columns.vcpu = workload.vcpu();
        columns.memoryGib = workload.memoryGib();
        columns.diskGib = workload.diskGib();
        switch (workload) {
            case Workload.VirtualMachine machine -> {
                columns.image = machine.image();
                columns.flavour = machine.flavour();
            }
            case Workload.ContainerGroup group -> {
                columns.image = group.image();
                columns.replicas = group.replicas();
                columns.vcpuEach = group.vcpuEach();
                columns.memoryGibEach = group.memoryGibEach();
            }
        }
        return columns;
    }

    public Workload workload() {
        if (flavour != null) {
            return new Workload.VirtualMachine(image, flavour, vcpu, memoryGib, diskGib);
        }
        if (replicas == null || vcpuEach == null || memoryGibEach == null) {
            throw new IllegalStateException("A stored workload is neither a virtual machine nor a container group");
        }
        return new Workload.ContainerGroup(image, replicas, vcpuEach, memoryGibEach);
    }

    /** What is written into an order to a partner. */
    public OrderedWorkload ordered() {
        return switch (workload()) {
            case Workload.VirtualMachine machine ->
                new OrderedWorkload.VirtualMachine(machine.image(), machine.flavour());
            case Workload.ContainerGroup group ->
                new OrderedWorkload.ContainerGroup(
                        group.image(), group.replicas(), group.vcpuEach(), group.memoryGibEach());
        };
    }
}
