package org.entente.broker.site;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.OrderedWorkloadJson;

/** A workload in columns: what was ordered as JSON, and beside it what it holds of the site. */
@Embeddable
public class WorkloadColumns {
    @Convert(converter = AsJson.class)
    OrderedWorkload ordered;

    BigDecimal vcpu;
    BigDecimal memoryGib;
    BigDecimal diskGib;
    int gpus;

    /** The JSON of an order's document. */
    static class AsJson implements AttributeConverter<OrderedWorkload, String> {
        @Override
        public String convertToDatabaseColumn(OrderedWorkload workload) {
            return OrderedWorkloadJson.write(workload);
        }

        @Override
        public OrderedWorkload convertToEntityAttribute(String json) {
            return OrderedWorkloadJson.read(json);
        }
    }

    public static WorkloadColumns of(Workload workload) {
        WorkloadColumns columns = new WorkloadColumns();
        columns.ordered = workload.ordered();
        columns.vcpu = workload.vcpu();
        columns.memoryGib = workload.memoryGib();
        columns.diskGib = workload.diskGib();
        columns.gpus = workload.gpus();
        return columns;
    }

    public Workload workload() {
        return switch (ordered) {
            case OrderedWorkload.VirtualMachine machine ->
                new Workload.VirtualMachine(machine, vcpu, memoryGib, diskGib, gpus);
            case OrderedWorkload.ContainerGroup group -> new Workload.ContainerGroup(group);
        };
    }

    /** What is written into an order to a partner. */
    public OrderedWorkload ordered() {
        return ordered;
    }
}
