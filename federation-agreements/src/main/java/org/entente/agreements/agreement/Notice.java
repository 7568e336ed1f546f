package org.entente.agreements.agreement;

import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.language.OperatorId;

/** A notice with the party that gave it. */
public record Notice(OperatorId by, AgreementNotice notice) {}
