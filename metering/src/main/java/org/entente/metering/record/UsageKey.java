package org.entente.metering.record;

import java.time.Instant;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;

/** What names one usage record, at both operators alike: one instance uses one meter once from one moment on. */
public record UsageKey(InstanceId instance, Meter meter, Instant from) {}
