package org.entente.broker.openstack;

import java.math.BigDecimal;
import java.util.List;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.exceptions.ResponseException;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.propagation.PropagateOnStatus;
import org.openstack4j.model.common.ActionResponse;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.ServerCreate;
import org.openstack4j.openstack.compute.domain.NovaFlavor;
import org.openstack4j.openstack.compute.domain.NovaServer;
import org.openstack4j.openstack.compute.domain.ext.ExtHypervisorStatistics;
import org.openstack4j.openstack.compute.functions.WrapServerIfApplicableFunction;
import org.openstack4j.openstack.compute.internal.BaseComputeServices;

/**
 * The calls to Nova, bounded on the server's side. openstack4j's own services take 404 on a list for an empty list, and
 * most failures of a deletion for success; both would make a running server look ended, so the calls are made here.
 */
final class Nova extends BaseComputeServices {
    private static final int SERVERS_MAX = 10;
    private static final int ALL_SERVERS_MAX = 1000;
    private static final int FLAVOURS_MAX = 1000;

    /** The project's servers with exactly this name, which must need no quoting in a regular expression. */
    List<? extends Server> serversNamed(String name) {
        return servers("^" + name + "$", SERVERS_MAX);
    }

    /** The project's servers whose name begins like this. */
    List<? extends Server> serversNamedLike(String beginning) {
        return servers("^" + beginning, ALL_SERVERS_MAX);
    }

    /** Asks for an action on a server, in Nova's JSON. */
    void act(String serverId, String action) {
        ActionResponse answer = postWithResponse(uri("/servers/%s/action", serverId))
                .json(action)
                .execute();
        if (!answer.isSuccess()) {
            throw ResponseException.mapException(answer.getFault(), answer.getCode(), null);
        }
    }

    private List<? extends Server> servers(String pattern, int most) {
        List<NovaServer> servers = get(NovaServer.Servers.class, "/servers/detail")
                .param("name", pattern)
                .param("limit", most)
                .execute(strictly())
                .value();
        if (servers == null) {
            throw new SiteException(SiteException.Code.BROKEN, "The site's Nova answered no list of servers.");
        }
        return servers;
    }

    void create(ServerCreate server) {
        post(NovaServer.class, "/servers")
                .entity(WrapServerIfApplicableFunction.INSTANCE.apply(server))
                .execute(strictly());
    }

    /** Ending a server that is not there is no error. */
    void delete(String serverId) {
        ActionResponse answer = deleteWithResponse(uri("/servers/%s", serverId)).execute();
        if (!answer.isSuccess() && answer.getCode() != 404) {
            throw ResponseException.mapException(answer.getFault(), answer.getCode(), null);
        }
    }

    List<? extends Flavor> flavours() {
        return get(NovaFlavor.Flavors.class, "/flavors/detail")
                .param("limit", FLAVOURS_MAX)
                .execute(strictly())
                .getList();
    }

    /** Absent where the account may not ask, where this Nova no longer tells, and where it knows of no hypervisor. */
    Amounts totals() {
        try {
            ExtHypervisorStatistics all = get(ExtHypervisorStatistics.class, "/os-hypervisors/statistics")
                    .execute(strictly());
            return all.getCount() == 0
                    ? Amounts.UNKNOWN
                    : Amounts.of(BigDecimal.valueOf(all.getVirtualCPU()), gib(all.getMemory()));
        } catch (ResponseException refusal) {
            if (List.of(403, 404, 410).contains(refusal.getStatus())) {
                return Amounts.UNKNOWN;
            }
            throw refusal;
        }
    }

    /** Exact: a mebibyte is a gibibyte's 1024th, ten decimal places at most. */
    static BigDecimal gib(int mebibytes) {
        BigDecimal gib = BigDecimal.valueOf(mebibytes).divide(BigDecimal.valueOf(1024));
        return gib.scale() > 0 ? gib.stripTrailingZeros() : gib;
    }

    private static <T> ExecutionOptions<T> strictly() {
        return ExecutionOptions.create(PropagateOnStatus.on(404));
    }
}
