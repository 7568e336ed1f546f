package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.InstantSource;
import org.entente.broker.order.Instances;
import org.entente.broker.site.InstanceStirred;

/** Has an instance that runs looked at sooner when its site hints that something changed there. */
@ApplicationScoped
public class StirredInstances {
    private final Instances instances;
    private final InstantSource clock;

    StirredInstances(Instances instances, InstantSource clock) {
        this.instances = instances;
        this.clock = clock;
    }

    /** Were this lost, the instance would be looked at a little later. */
    void stirred(@ObservesAsync InstanceStirred hint) {
        QuarkusTransaction.requiringNew().run(() -> instances.dueAtOnce(hint.instance(), clock.instant()));
    }
}
