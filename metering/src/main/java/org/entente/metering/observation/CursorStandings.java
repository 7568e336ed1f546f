package org.entente.metering.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreements.language.InstanceId;
import org.entente.metering.record.Standings;

@ApplicationScoped
class CursorStandings implements Standings {
    private final PanacheMeteredInstances instances;
    private final PanacheCursors cursors;

    CursorStandings(PanacheMeteredInstances instances, PanacheCursors cursors) {
        this.instances = instances;
        this.cursors = cursors;
    }

    @Override
    public Map<InstanceId, Standing> of(Collection<InstanceId> ids) {
        Map<InstanceId, Instant> meteredUntil = cursors.meteredUntil(ids);
        Map<InstanceId, MeteredInstance> metered =
                instances.find(ids).stream().collect(Collectors.toMap(MeteredInstance::instance, Function.identity()));
        Map<InstanceId, Standing> standings = new HashMap<>();
        meteredUntil.forEach((id, until) -> {
            MeteredInstance instance = Objects.requireNonNull(metered.get(id), "A cursor has a metered instance");
            standings.put(id, new Standing(instance.amounts(), instance.startedAt(), until));
        });
        return standings;
    }

    @Override
    public boolean allMeteredUpTo(Instant instant) {
        return cursors.behind(instant) == 0;
    }
}
