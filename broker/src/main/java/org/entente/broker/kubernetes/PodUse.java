package org.entente.broker.kubernetes;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/**
 * What one pod has used so far or uses now, by the kubelet of its node (Kubernetes' Summary API). What the kubelet does not
 * tell is absent.
 *
 * @param at when its processor time was read
 * @param cpuNanos processor time since its start, in nanoseconds
 * @param memoryBytes its working set
 * @param receivedBytes through its network interface since its start
 * @param sentBytes through its network interface since its start
 * @param diskBytes of its containers' file systems and logs
 */
public record PodUse(
        InstanceId instance,
        String pod,
        Optional<Instant> at,
        Optional<Long> cpuNanos,
        Optional<Long> memoryBytes,
        Optional<Long> receivedBytes,
        Optional<Long> sentBytes,
        Optional<Long> diskBytes) {}
