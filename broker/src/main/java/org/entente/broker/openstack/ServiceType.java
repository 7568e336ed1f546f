package org.entente.broker.openstack;

import java.util.List;

/** The services of OpenStack that the broker speaks, with the names that catalogues give them. */
enum ServiceType {
    COMPUTE("compute"),
    IMAGE("image"),
    NETWORK("network"),
    VOLUME("block-storage", "volumev3", "block-store"),
    PLACEMENT("placement");

    private final List<String> names;

    ServiceType(String... names) {
        this.names = List.of(names);
    }

    /** In the order in which they are looked for. */
    List<String> names() {
        return names;
    }

    /** The name in the header {@code OpenStack-API-Version} and in sentences. */
    String title() {
        return this == VOLUME ? "volume" : names.getFirst();
    }
}
