package org.entente.broker.quote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.document.OrderedWorkload.Protocol;

/** A port that must be reachable. Of TCP unless stated. */
public record PortRequest(
        @NotNull @Min(value = 1, message = "must be from 1 to 65535") @Max(value = 65_535, message = "must be from 1 to 65535") Integer number,

        Optional<Protocol> protocol) {
    Port port() {
        return new Port(number, protocol.orElse(Protocol.TCP));
    }
}
