package org.entente.agreements.document;

import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;

/**
 * A host operator's numbered batch of usage records under one agreement. The home operator countersigns the same bytes,
 * or answers with a refusal.
 *
 * @param number counts from 1 under the agreement, with no gap
 */
public record UsageReport(AgreementId agreement, long number, List<ReportedUsage> records) implements DocumentBody {
    public UsageReport {
        records = List.copyOf(records);
    }

    /** One quantity of one meter of one instance over one window. */
    public record ReportedUsage(
            InstanceId instance, SiteId site, Technology technology, Window window, Quantity quantity) {}
}
