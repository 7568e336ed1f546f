package org.entente.broker.site;

import org.entente.agreements.language.InstanceId;

/** A site hinted that something changed at an instance. It may be missed or told for nothing: it is a reason to look. */
public record InstanceStirred(InstanceId instance) {}
