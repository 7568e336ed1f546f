package org.entente.broker.provisioning;

import java.time.Instant;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.SiteId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.site.Workload;

/** One look at one instance: where it runs decides how. */
sealed interface Task {
    InstanceId instance();

    /**
     * An instance on a site of ours, as it stood when the task was taken.
     *
     * @param deadline until when it may take to start
     */
    record OnSite(InstanceId instance, SiteId site, Workload workload, InstanceState state, Instant deadline)
            implements Task {}

    /** An instance at a partner. */
    record OnPeer(InstanceId instance) implements Task {}

    static Task of(InstanceEntity entity) {
        return entity.isOnPeer()
                ? new OnPeer(entity.instanceId())
                : new OnSite(
                        entity.instanceId(),
                        entity.place().site(),
                        entity.workload(),
                        entity.state(),
                        entity.deadline());
    }
}
