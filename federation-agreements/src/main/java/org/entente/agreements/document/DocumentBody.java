package org.entente.agreements.document;

/** What a document says, by its type. */
public sealed interface DocumentBody
        permits Acknowledgement,
                AgreementVersion,
                Invoice,
                KeyChange,
                KeyRevocation,
                Offer,
                OrderPlaced,
                PartnerNotice,
                Receipt,
                Refusal,
                ReleaseRequest,
                Statement,
                StatusNotice,
                UsageReport {}
