package org.entente.agreements.document;

/** What a document says, by its type. */
public sealed interface DocumentBody
        permits Acknowledgement,
                AgreementNotice,
                AgreementRejection,
                AgreementVersion,
                AgreementWithdrawal,
                Booking,
                FinalStatement,
                Hold,
                Invoice,
                KeyChange,
                KeyRevocation,
                Offer,
                PartnerNotice,
                Receipt,
                Refusal,
                ReleaseRequest,
                Statement,
                StatusNotice,
                UsageReport {}
