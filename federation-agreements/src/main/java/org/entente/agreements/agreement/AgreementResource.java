package org.entente.agreements.agreement;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;

/** Agreements, for operator engineers. */
@Path("/api/v1/agreements")
@RolesAllowed("engineer")
public class AgreementResource {
    private final Negotiation negotiation;
    private final StoredAgreements agreements;
    private final OperatorConfig self;

    AgreementResource(Negotiation negotiation, StoredAgreements agreements, OperatorConfig self) {
        this.negotiation = negotiation;
        this.agreements = agreements;
        this.self = self;
    }

    @GET
    @RolesAllowed({"engineer", "finance"})
    @Transactional
    public List<AgreementView> list() {
        return agreements.listAll(Sort.by("agreement").and("number")).stream()
                .map(AgreementView::of)
                .toList();
    }

    /** Proposes the next version, with us as the host. */
    @POST
    @Transactional
    public Response propose(@Valid @NotNull ProposalRequest request) {
        int next = agreements.versions(request.agreement()).size() + 1;
        AgreementEntity proposed = negotiation.propose(request.terms(self.operator(), next));
        return Response.accepted(AgreementView.of(proposed)).build();
    }

    @POST
    @Path("/{agreement}/acceptance")
    @Transactional
    public Response accept(@PathParam("agreement") AgreementId agreement) {
        return Response.accepted(AgreementView.of(negotiation.accept(agreement)))
                .build();
    }

    /** The latest version with its signatures, for anyone to verify. */
    @GET
    @Path("/{agreement}/document")
    @RolesAllowed({"engineer", "finance"})
    @Produces(SignedDocumentJson.MEDIA_TYPE)
    @Transactional
    public String document(@PathParam("agreement") AgreementId agreement) {
        List<AgreementEntity> versions = agreements.versions(agreement);
        if (versions.isEmpty()) {
            throw new ProblemException(AgreementProblem.AGREEMENT_UNKNOWN, "There is no agreement called " + agreement);
        }
        return versions.getLast().document;
    }
}
