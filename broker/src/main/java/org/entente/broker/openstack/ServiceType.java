package org.entente.broker.openstack;

import java.util.List;

/** The services of OpenStack that the broker speaks, with the names that catalogues give them. */
enum ServiceType {
    COMPUTE,
    IMAGE,
    NETWORK,
    VOLUME,
    PLACEMENT;

    /** In the order in which they are looked for. */
    List<String> names() {
        return switch (this) {
            case COMPUTE -> List.of("compute");
            case IMAGE -> List.of("image");
            case NETWORK -> List.of("network");
            case VOLUME -> List.of("block-storage", "volumev3", "block-store");
            case PLACEMENT -> List.of("placement");
        };
    }

    /** The name in the header {@code OpenStack-API-Version} and in sentences. */
    String title() {
        return this == VOLUME ? "volume" : names().getFirst();
    }
}
