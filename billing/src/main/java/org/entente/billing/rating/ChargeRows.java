package org.entente.billing.rating;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.metering.record.UsageRecord;

/** Charges to rows and back. */
final class ChargeRows {
    private ChargeRows() {}

    static ChargeEntity row(Charge charge, Instant ratedAt) {
        ChargeEntity row = new ChargeEntity();
        UsageRecord use = charge.use();
        row.usagePosition = use.position();
        row.instance = use.instance().value();
        row.operator = use.place().operator().value();
        row.site = use.place().site().value();
        row.technology = use.technology();
        row.usedFrom = use.window().from();
        row.usedTo = use.window().to();
        row.quantity = use.quantity().value();
        row.part = charge.part();
        row.usedBefore = charge.usedBefore().value();
        row.period = charge.period().toString();
        row.billedIn = charge.billedIn().toString();
        row.amount = charge.amount().amount();
        row.ratedAt = ratedAt;
        contract(row, charge.contract());
        line(row, charge.line());
        return row;
    }

    static Charge charge(ChargeEntity row) {
        PriceLine line = line(row);
        return new Charge(
                contract(row),
                line,
                YearMonth.parse(row.period),
                YearMonth.parse(row.billedIn),
                use(row),
                row.part,
                new Quantity(row.meter, row.usedBefore),
                new Money(line.unitPrice().currency(), row.amount));
    }

    private static UsageRecord use(ChargeEntity row) {
        return new UsageRecord(
                row.usagePosition,
                new InstanceId(row.instance),
                new Place(new OperatorId(row.operator), new SiteId(row.site)),
                row.technology,
                row.side == Side.RETAIL ? Optional.of(new TenantId(row.contract)) : Optional.empty(),
                row.side == Side.RETAIL ? Optional.empty() : Optional.of(new AgreementId(row.contract)),
                new Window(row.usedFrom, row.usedTo),
                new Quantity(row.meter, row.quantity));
    }

    private static void contract(ChargeEntity row, Contract contract) {
        row.side = contract.side();
        row.contract = contract.id();
        switch (contract) {
            case Contract.Sold sold -> {
                row.agreementVersion = sold.version().value();
                row.partner = sold.home().value();
            }
            case Contract.Bought bought -> {
                row.agreementVersion = bought.version().value();
                row.partner = bought.host().value();
            }
            case Contract.Retail retail -> {
                row.agreementVersion = null;
                row.partner = null;
            }
        }
    }

    private static Contract contract(ChargeEntity row) {
        if (row.agreementVersion == null || row.partner == null) {
            return new Contract.Retail(new TenantId(row.contract));
        }
        AgreementId agreement = new AgreementId(row.contract);
        DocumentHash version = new DocumentHash(row.agreementVersion);
        OperatorId partner = new OperatorId(row.partner);
        return row.side == Side.SOLD
                ? new Contract.Sold(agreement, version, partner)
                : new Contract.Bought(agreement, version, partner);
    }

    private static void line(ChargeEntity row, PriceLine line) {
        row.priceLine = line.id();
        row.meter = line.meter();
        row.lineTechnology = line.technology().orElse(null);
        row.unitPrice = line.unitPrice().amount();
        row.currency = line.unitPrice().currency().getCurrencyCode();
        row.per = line.per();
        row.lineTerms = LineColumns.terms(line);
    }

    private static PriceLine line(ChargeEntity row) {
        return LineColumns.line(
                row.lineTerms,
                new PriceLine(
                        row.priceLine,
                        row.meter,
                        Optional.ofNullable(row.lineTechnology),
                        new Money(Currency.getInstance(row.currency), row.unitPrice),
                        row.per));
    }
}
