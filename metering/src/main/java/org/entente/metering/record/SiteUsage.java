package org.entente.metering.record;

import java.util.Collection;
import java.util.Map;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;

/** What was used at sites together, whoever used it. */
public interface SiteUsage {
    /**
     * The sum of all records at these sites of one operator that begin in the window. What is not a record yet is not in it.
     * A meter that nobody used is left out.
     */
    Map<Meter, Quantity> at(OperatorId operator, Collection<SiteId> sites, Window window);
}
