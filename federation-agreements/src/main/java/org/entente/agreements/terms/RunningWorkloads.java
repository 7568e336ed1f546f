package org.entente.agreements.terms;

/**
 * What the agreement's own changes mean for what runs.
 *
 * @param atSuspension while it is suspended; no order is taken then in any case
 * @param atEnd once its validity is over, or notice has run out
 * @param atNewPrices when this version takes effect while they run
 */
public record RunningWorkloads(WorkloadEnd atSuspension, WorkloadEnd atEnd, PriceChange atNewPrices) {
    /** What holds where an agreement says nothing: they run on, at the prices of the version in force. */
    public static final RunningWorkloads UNLESS_STATED =
            new RunningWorkloads(new WorkloadEnd.RunOn(), new WorkloadEnd.RunOn(), PriceChange.CHANGE);
}
