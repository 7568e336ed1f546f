package org.entente.agreements.exchange;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/** Which partner's broker calls: our own realm has one client for each partner. */
@RequestScoped
public class Callers {
    static final String CLIENT_PREFIX = "partner-";

    private final JsonWebToken token;

    Callers(JsonWebToken token) {
        this.token = token;
    }

    OperatorId partner() {
        Object client = token.getClaim("azp");
        if (client == null || !client.toString().startsWith(CLIENT_PREFIX)) {
            throw new ProblemException(
                    ExchangeProblem.CALLER_NOT_A_PARTNER, "Only a partner's broker may use the peering API");
        }
        return new OperatorId(client.toString().substring(CLIENT_PREFIX.length()));
    }
}
