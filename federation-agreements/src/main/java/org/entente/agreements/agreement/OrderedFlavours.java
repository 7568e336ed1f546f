package org.entente.agreements.agreement;

import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/** Which flavour was ordered for an instance. Both operators know it: the order between them names it. */
public interface OrderedFlavours {
    /** Absent for an instance without one, such as a container group. */
    Optional<String> of(InstanceId instance);
}
