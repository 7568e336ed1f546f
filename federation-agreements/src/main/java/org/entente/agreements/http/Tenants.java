package org.entente.agreements.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemCode;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.problem.ProblemKind;

/** For which tenant the caller acts: the {@code tenant} claim of its token. */
@RequestScoped
public class Tenants {
    private final JsonWebToken token;

    Tenants(JsonWebToken token) {
        this.token = token;
    }

    private enum TenantProblem implements ProblemCode {
        TENANT_MISSING;

        @Override
        public ProblemKind kind() {
            return ProblemKind.FORBIDDEN;
        }
    }

    public Optional<TenantId> find() {
        return Optional.ofNullable(token.getClaim("tenant")).map(claim -> new TenantId(claim.toString()));
    }

    /** The caller's tenant, or a problem for a caller who has none. */
    public TenantId current() {
        return find().orElseThrow(
                        () -> new ProblemException(TenantProblem.TENANT_MISSING, "Your account belongs to no tenant"));
    }
}
