package org.entente.broker.openstack;

import java.util.List;
import java.util.Map;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.propagation.PropagateOnStatus;
import org.openstack4j.model.network.Network;
import org.openstack4j.openstack.networking.domain.NeutronNetwork;
import org.openstack4j.openstack.networking.internal.BaseNetworkingServices;

/** The calls to Neutron v2, bounded on the server's side. */
final class Neutron extends BaseNetworkingServices {
    private static final int NETWORKS_MAX = 10;

    /** The networks that a server can be plugged into: not the provider's way out. */
    List<? extends Network> internalNetworks(Map<String, String> filters) {
        return get(NeutronNetwork.Networks.class, "/networks")
                .params(filters)
                .param("router:external", "false")
                .param("limit", NETWORKS_MAX)
                .execute(ExecutionOptions.create(PropagateOnStatus.on(404)))
                .getList();
    }
}
