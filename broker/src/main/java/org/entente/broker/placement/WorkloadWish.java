package org.entente.broker.placement;

import java.math.BigDecimal;
import org.entente.agreements.language.Technology;

/** What a customer wants to run, before it is known how large it is at a site. */
public sealed interface WorkloadWish {
    /** The only technology that can run it. */
    Technology technology();

    /** A virtual machine of an image and a flavour that the site must have by these names. */
    record VirtualMachineWish(String image, String flavour) implements WorkloadWish {
        @Override
        public Technology technology() {
            return Technology.OPENSTACK;
        }
    }

    /** Equal containers; processors and memory in GiB are of each. */
    record ContainerGroupWish(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach)
            implements WorkloadWish {
        @Override
        public Technology technology() {
            return Technology.KUBERNETES;
        }
    }
}
