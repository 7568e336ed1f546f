package org.entente.agreements.exchange;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/** The peering API's one door: a partner's broker hands in a signed document and gets a signed answer. */
@Path("/peering/v1/documents")
@Authenticated
public class PeeringResource {
    private final Callers callers;
    private final RateLimits limits;
    private final Door door;
    private final PartnerMeters meters;

    PeeringResource(Callers callers, RateLimits limits, Door door, PartnerMeters meters) {
        this.callers = callers;
        this.limits = limits;
        this.door = door;
        this.meters = meters;
    }

    @POST
    @Consumes(SignedDocumentJson.MEDIA_TYPE)
    @Produces(SignedDocumentJson.MEDIA_TYPE)
    public String handIn(String document) {
        OperatorId partner = callers.partner();
        try {
            limits.count(partner);
            return door.enter(partner, document);
        } catch (ProblemException refused) {
            meters.refusedByUs(partner, refused.code().name());
            throw refused;
        }
    }
}
