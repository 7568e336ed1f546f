package org.entente.commandline.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Limits of an account; each that is left out stays as it is. */
final class QuotaOptions {
    @Option(names = "--instances", description = "Virtual machines, or groups of containers.")
    private Optional<Integer> instances = Optional.empty();

    @Option(names = "--vcpu", description = "Virtual processors.")
    private Optional<Integer> vcpu = Optional.empty();

    @Option(names = "--memory", paramLabel = "GIB", description = "Memory in GiB.")
    private Optional<BigDecimal> memory = Optional.empty();

    @Option(names = "--volumes", description = "Volumes.")
    private Optional<Integer> volumes = Optional.empty();

    @Option(names = "--volume-size", paramLabel = "GIB", description = "All volumes together, in GiB.")
    private Optional<Integer> volumeSize = Optional.empty();

    @Option(names = "--public-addresses", description = "Addresses that the internet reaches.")
    private Optional<Integer> publicAddresses = Optional.empty();

    Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        instances.ifPresent(most -> request.put("instances", most));
        vcpu.ifPresent(most -> request.put("vcpu", most));
        memory.ifPresent(most -> request.put("memoryGib", most));
        volumes.ifPresent(most -> request.put("volumes", most));
        volumeSize.ifPresent(most -> request.put("volumeGib", most));
        publicAddresses.ifPresent(most -> request.put("publicAddresses", most));
        return request;
    }
}
