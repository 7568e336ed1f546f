package org.entente.agreements.partner;

import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** The partners with which there will be no more business, for those who would wait for one in vain. */
public interface ClosedPartners {
    /** Why there is no more business with a partner, in a sentence; absent while there is, and where nobody knows it. */
    Optional<String> whyClosed(OperatorId operator);
}
