package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import org.entente.broker.placement.WorkloadWish.Requirements;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.site.SiteCapabilities.Gpu;

/** Whether a site has the graphics processors that a wish names or counts. */
final class GpuCheck {
    private GpuCheck() {}

    static long of(WorkloadWish wish, Optional<List<Gpu>> there) {
        int wanted = wanted(wish);
        if (wanted == 0) {
            return 0;
        }
        return Told.judged(
                there.map(all -> count(all, requirements(wish)) >= wanted), Reason.GPU_NOT_OFFERED, Fact.GPUS);
    }

    /** How many are wished for: at least one where a vendor or model is. */
    static int wanted(WorkloadWish wish) {
        if (!(wish instanceof WorkloadWish.VirtualMachineWish machine)) {
            return 0;
        }
        int counted = machine.size() instanceof Size.AtLeast least ? least.gpus() : 0;
        Requirements named = machine.requirements();
        boolean isNamed = named.gpuVendor().isPresent() || named.gpuModel().isPresent();
        return Math.max(counted, isNamed ? 1 : 0);
    }

    static int count(List<Gpu> there, Requirements named) {
        return there.stream()
                .filter(gpu -> named.gpuVendor()
                        .map(vendor -> vendor.equalsIgnoreCase(gpu.vendor()))
                        .orElse(true))
                .filter(gpu -> named.gpuModel()
                        .map(model -> model.equalsIgnoreCase(gpu.model()))
                        .orElse(true))
                .mapToInt(Gpu::count)
                .sum();
    }

    private static Requirements requirements(WorkloadWish wish) {
        return wish instanceof WorkloadWish.VirtualMachineWish machine ? machine.requirements() : Requirements.NONE;
    }
}
