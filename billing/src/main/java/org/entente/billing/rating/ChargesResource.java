package org.entente.billing.rating;

import io.quarkus.panache.common.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.billing.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Explains amounts: the charges of one instance, each with its price, its quantity and its usage record. */
@Path("/api/v1/charges")
@RolesAllowed({"finance", "engineer"})
public class ChargesResource {
    private final Charges charges;

    ChargesResource(Charges charges) {
        this.charges = charges;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ChargePage charges(
            @QueryParam("instance") @Nullable String instance,
            @QueryParam("period") @Nullable String period,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("100") int size) {
        InstanceId id = instance(instance);
        YearMonth month = Parameters.period(period);
        Page wanted = Page.of(Parameters.page(page), Parameters.pageSize(size));
        return new ChargePage(
                charges.ofInstance(id, month, wanted).stream()
                        .map(ChargeView::of)
                        .toList(),
                page,
                size,
                charges.countOfInstance(id, month));
    }

    private static InstanceId instance(@Nullable String text) {
        if (text == null) {
            throw Parameters.invalid("The parameter instance is missing");
        }
        try {
            return new InstanceId(text);
        } catch (IllegalArgumentException wrong) {
            throw Parameters.invalid(String.valueOf(wrong.getMessage()));
        }
    }

    /** One page of charges. */
    public record ChargePage(List<ChargeView> items, int page, int size, long total) {}
}
