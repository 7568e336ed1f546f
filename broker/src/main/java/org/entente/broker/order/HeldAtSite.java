package org.entente.broker.order;

import java.math.BigDecimal;

/** What instances hold at one site of ours. Memory and disk in GiB. */
record HeldAtSite(String site, long instances, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, long gpus) {}
