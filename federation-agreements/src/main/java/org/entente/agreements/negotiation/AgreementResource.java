package org.entente.agreements.negotiation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.Versions.Named;

/** Agreements to look at, for operator engineers and finance. */
@Path("/api/v1/agreements")
@RolesAllowed({"engineer", "finance"})
public class AgreementResource {
    private final Versions versions;

    AgreementResource(Versions versions) {
        this.versions = versions;
    }

    /**
     * What differs between two versions.
     *
     * @param from the earlier version's label
     * @param to the later version's label
     */
    public record DifferenceView(String agreement, String from, String to, List<Change> changes) {}

    @GET
    @Transactional
    public List<AgreementView> list() {
        return versions.all();
    }

    @GET
    @Path("/{agreement}")
    @Transactional
    public NegotiationView one(@PathParam("agreement") AgreementId agreement) {
        return versions.one(agreement);
    }

    /** The latest signed version with both signatures, or that of a number, for anyone to verify. */
    @GET
    @Path("/{agreement}/document")
    @Produces(SignedDocumentJson.MEDIA_TYPE)
    @Transactional
    public String document(
            @PathParam("agreement") AgreementId agreement, @QueryParam("version") Optional<Integer> version) {
        return SignedDocumentJson.write(versions.document(agreement, version));
    }

    /** What differs between two versions by their labels; where absent, between the last two that came. */
    @GET
    @Path("/{agreement}/difference")
    @Transactional
    public DifferenceView difference(
            @PathParam("agreement") AgreementId agreement,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to) {
        List<Named> known = versions.known(agreement);
        Named later = to.map(label -> versions.named(agreement, label)).orElseGet(known::getLast);
        Named earlier = from.map(label -> versions.named(agreement, label)).orElseGet(() -> before(known, later));
        return new DifferenceView(
                agreement.value(), earlier.label(), later.label(), Difference.between(earlier.terms(), later.terms()));
    }

    /** The one that came before and says something else, or the same again where there is none. */
    private static Named before(List<Named> known, Named later) {
        return known.subList(0, known.indexOf(later)).reversed().stream()
                .filter(earlier -> !earlier.terms().equals(later.terms()))
                .findFirst()
                .orElse(later);
    }
}
