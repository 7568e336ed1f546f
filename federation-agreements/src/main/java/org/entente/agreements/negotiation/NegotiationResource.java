package org.entente.agreements.negotiation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.TermsForm;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/** Negotiating, for operator engineers. Each call answers with how the agreement stands after it. */
@Path("/api/v1/agreements")
@RolesAllowed("engineer")
public class NegotiationResource {
    private final BindingMoves binding;
    private final AnsweringMoves answering;
    private final NegotiationTable table;
    private final Proposals proposals;
    private final Versions versions;
    private final OperatorConfig self;
    private final InstantSource clock;

    NegotiationResource(
            BindingMoves binding,
            AnsweringMoves answering,
            NegotiationTable table,
            Proposals proposals,
            Versions versions,
            OperatorConfig self,
            InstantSource clock) {
        this.binding = binding;
        this.answering = answering;
        this.table = table;
        this.proposals = proposals;
        this.versions = versions;
        this.self = self;
        this.clock = clock;
    }

    /** The proposal that the caller has read, so that no other is accepted; the one on the table where absent. */
    public record AcceptanceRequest(Optional<DocumentHash> hash) {}

    /** Why, in a sentence that the partner will read, and which proposal, if not the one on the table. */
    public record EndingRequest(@NotBlank @Size(max = 500) String reason, Optional<DocumentHash> hash) {}

    /** Until when the agreement shall be renewed. */
    public record RenewalRequest(@NotNull Instant to, Optional<Instant> answerBy) {}

    /** Proposes the next version. */
    @POST
    @Idempotent
    public Response propose(@Valid @NotNull ProposalRequest request) {
        AgreementTerms terms = terms(request);
        binding.propose(terms, request.answerBy().orElseGet(() -> proposals.answerBy(terms)));
        return now(request.agreement());
    }

    /** Answers the proposal on the table by another. */
    @POST
    @Path("/{agreement}/counter")
    @Idempotent
    public Response counter(@PathParam("agreement") AgreementId agreement, @Valid @NotNull ProposalRequest request) {
        if (!request.agreement().equals(agreement)) {
            throw new ProblemException(AgreementProblem.AGREEMENT_UNKNOWN, "The terms are of " + request.agreement());
        }
        AgreementTerms terms = terms(request);
        DocumentHash countered = onTable(agreement, Optional.empty());
        binding.counter(terms, request.answerBy().orElseGet(() -> proposals.answerBy(terms)), countered);
        return now(agreement);
    }

    @POST
    @Path("/{agreement}/acceptance")
    @Idempotent
    public Response accept(@PathParam("agreement") AgreementId agreement, @Valid @NotNull AcceptanceRequest request) {
        DocumentHash accepted = onTable(agreement, request.hash());
        binding.accept(agreement, accepted, table.answerBy(agreement).orElseGet(clock::instant));
        return now(agreement);
    }

    @POST
    @Path("/{agreement}/rejection")
    @Idempotent
    public Response reject(@PathParam("agreement") AgreementId agreement, @Valid @NotNull EndingRequest request) {
        answering.reject(agreement, onTable(agreement, request.hash()), request.reason());
        return now(agreement);
    }

    @POST
    @Path("/{agreement}/withdrawal")
    @Idempotent
    public Response withdraw(@PathParam("agreement") AgreementId agreement, @Valid @NotNull EndingRequest request) {
        answering.withdraw(agreement, onTable(agreement, request.hash()), request.reason());
        return now(agreement);
    }

    /** Proposes the same terms for a time that begins where the latest version ends. */
    @POST
    @Path("/{agreement}/renewal")
    @Idempotent
    public Response renew(@PathParam("agreement") AgreementId agreement, @Valid @NotNull RenewalRequest request) {
        AgreementTerms last = proposals
                .last(agreement)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_UNKNOWN, "Nothing under " + agreement + " was ever signed"))
                .terms();
        Window renewed = new Window(last.validity().to(), request.to());
        AgreementTerms terms = TermsForm.with(last, last.version() + 1, renewed);
        binding.propose(terms, request.answerBy().orElseGet(() -> proposals.answerBy(terms)));
        return now(agreement);
    }

    /** Approves, as a second person, the move that waits. */
    @POST
    @Path("/{agreement}/approval")
    @Idempotent
    public Response approve(@PathParam("agreement") AgreementId agreement) {
        binding.approve(agreement);
        return now(agreement);
    }

    /** Drops the move that waits for approval. */
    @DELETE
    @Path("/{agreement}/approval")
    public Response drop(@PathParam("agreement") AgreementId agreement) {
        binding.drop(agreement);
        return Response.noContent().build();
    }

    private AgreementTerms terms(ProposalRequest request) {
        int signed = proposals
                .last(request.agreement())
                .map(version -> version.terms().version())
                .orElse(0);
        return request.terms(self.operator(), signed + 1);
    }

    /** The proposal that a move is about. Which moves it allows is for the negotiation to say. */
    private DocumentHash onTable(AgreementId agreement, Optional<DocumentHash> wanted) {
        return wanted.or(() -> table.onTable(agreement))
                .orElseThrow(() -> new ProblemException(
                        NegotiationProblem.NEGOTIATION_UNKNOWN, NegotiationProblem.NEGOTIATION_UNKNOWN.sentence()));
    }

    private Response now(AgreementId agreement) {
        return Response.accepted(versions.one(agreement)).build();
    }
}
