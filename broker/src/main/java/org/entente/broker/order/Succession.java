package org.entente.broker.order;

import java.util.List;
import java.util.Optional;

/** Which instance of an order takes whose place. */
final class Succession {
    private Succession() {}

    /** The instance whose place another one takes, or shall take. */
    static Optional<InstanceEntity> predecessor(InstanceEntity other, List<InstanceEntity> all) {
        return all.stream()
                .filter(instance -> other.instance.equals(instance.replacedBy))
                .findFirst();
    }

    /** One that is to take the place of another which still runs adds nothing yet, and lacks nothing. */
    static boolean isReturning(InstanceEntity instance, List<InstanceEntity> all) {
        return predecessor(instance, all)
                .filter(old -> old.state == InstanceState.ACTIVE)
                .isPresent();
    }
}
