package org.entente.broker.openstack;

/**
 * What the broker asks of a service, with the microversions whose forms it knows. Each call speaks the highest of them
 * that the site speaks too, so that one adapter serves Victoria (compute 2.87), Zed (2.93) and Epoxy (2.100).
 */
enum Feature {
    /** Servers name their flavour by its id until 2.46; from 2.37 a server needs networks, and a site may have none. */
    SERVERS(ServiceType.COMPUTE, "2.1", "2.36"),
    /** Flavours come with their extra specifications. */
    FLAVOURS_WITH_SPECIFICATIONS(ServiceType.COMPUTE, "2.61", "2.100"),
    /** Hypervisors tell what they have and what is used, until 2.87. */
    HYPERVISORS(ServiceType.COMPUTE, "2.1", "2.87"),
    /** Volumes with metadata, their type by name. */
    VOLUMES(ServiceType.VOLUME, "3.0", "3.71"),
    /** Providers with inventories and usages. */
    PROVIDERS(ServiceType.PLACEMENT, "1.0", "1.39");

    private final ServiceType service;
    private final String lowest;
    private final String highest;

    Feature(ServiceType service, String lowest, String highest) {
        this.service = service;
        this.lowest = lowest;
        this.highest = highest;
    }

    ServiceType service() {
        return service;
    }

    Microversion.Range known() {
        return Microversion.Range.of(lowest, highest);
    }
}
