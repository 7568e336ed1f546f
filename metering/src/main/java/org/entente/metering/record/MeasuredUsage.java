package org.entente.metering.record;

import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.PlainTypes;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;

/**
 * One quantity of one meter of one instance over one window, before it is a record.
 *
 * @param tenant whose use it is at the home operator; absent at the host of a partner's instance
 * @param agreement under which it ran at another operator; absent for an own tenant on an own site
 */
public record MeasuredUsage(
        InstanceId instance,
        Place place,
        Technology technology,
        Optional<TenantId> tenant,
        Optional<AgreementId> agreement,
        Window window,
        Quantity quantity) {

    public UsageKey key() {
        return new UsageKey(instance, quantity.meter(), window.from());
    }

    /** Equal for equal content only: a repeat has the same, a conflict another. */
    public DocumentHash contentHash() {
        return DocumentHash.of(String.join(
                "\n",
                instance.value(),
                place.toString(),
                technology.name(),
                tenant.map(TenantId::value).orElse(""),
                agreement.map(AgreementId::value).orElse(""),
                window.from().toString(),
                window.to().toString(),
                quantity.meter().name(),
                PlainTypes.decimalText(quantity.value())));
    }
}
