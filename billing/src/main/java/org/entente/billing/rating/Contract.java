package org.entente.billing.rating;

import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;

/** Under what, and with whom, something is charged. */
public sealed interface Contract {
    Side side();

    /** The agreement's or the tenant's id: with the side, it names the contract over all its versions. */
    String id();

    /** Use of our site by a partner's customers, under one signed agreement version. */
    record Sold(AgreementId agreement, DocumentHash version, OperatorId home) implements Contract {
        @Override
        public Side side() {
            return Side.SOLD;
        }

        @Override
        public String id() {
            return agreement.value();
        }
    }

    /** Use of a partner's site by our customers, under one signed agreement version. */
    record Bought(AgreementId agreement, DocumentHash version, OperatorId host) implements Contract {
        @Override
        public Side side() {
            return Side.BOUGHT;
        }

        @Override
        public String id() {
            return agreement.value();
        }
    }

    /** Use by one of our own tenants, at our retail prices. */
    record Retail(TenantId tenant) implements Contract {
        @Override
        public Side side() {
            return Side.RETAIL;
        }

        @Override
        public String id() {
            return tenant.value();
        }
    }
}
