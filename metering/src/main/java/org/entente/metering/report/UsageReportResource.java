package org.entente.metering.report;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.problem.ProblemException;
import org.entente.metering.MeteringProblem;

/** Usage reports, sent and received, for finance and engineers. */
@Path("/api/v1/usage-reports")
@RolesAllowed({"finance", "engineer"})
@Tag(name = "Usage reports", description = "What was used under each agreement, and whether both operators signed it")
public class UsageReportResource {
    private static final String IDENTIFIER = "[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?";

    private final PanacheUsageReports reports;

    UsageReportResource(PanacheUsageReports reports) {
        this.reports = reports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Usage reports of a billing period, an agreement, both or all")
    public UsageReportView.PageView list(
            @QueryParam("period") Optional<@Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") String> period,
            @QueryParam("agreement") Optional<@Pattern(regexp = IDENTIFIER) String> agreement,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        PanacheQuery<UsageReportEntity> matching = reports.matching(agreement.map(AgreementId::new), period);
        return new UsageReportView.PageView(
                matching.page(page, size).list().stream()
                        .map(UsageReportView::of)
                        .toList(),
                page,
                size,
                matching.count());
    }

    @GET
    @Path("/{agreement}/{number}")
    @Produces(SignedDocumentJson.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "The signed report itself, in the JWS JSON serialization (RFC 7515)")
    public String document(
            @PathParam("agreement") @Pattern(regexp = IDENTIFIER) String agreement,
            @PathParam("number") @Min(1) long number) {
        return reports.find(new AgreementId(agreement), number)
                .map(report -> report.signed)
                .orElseThrow(() -> new ProblemException(
                        MeteringProblem.USAGE_REPORT_UNKNOWN,
                        "There is no usage report " + number + " under agreement " + agreement));
    }
}
