package org.entente.agreements.document;

import java.math.BigDecimal;

/** What one ordered instance runs. */
public sealed interface OrderedWorkload {
    /** A virtual machine of a flavour and an image that the site has by these names. */
    record VirtualMachine(String image, String flavour) implements OrderedWorkload {}

    /** Equal containers: the processors and the memory in GiB are of each one. */
    record ContainerGroup(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach)
            implements OrderedWorkload {}
}
