package org.entente.agreements.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantPseudonym;

/** What a home operator wants to have at a host, whether the host shall hold it or make it: the same must fit for both. */
public sealed interface Booking extends DocumentBody permits HoldRequest, OrderPlaced {
    OrderId order();

    AgreementId agreement();

    /** After this the host must not accept it any more. */
    Instant deadline();

    List<OrderedInstance> instances();

    /** For whom it is, where the agreement limits what one tenant may hold; absent otherwise. */
    Optional<TenantPseudonym> tenant();
}
