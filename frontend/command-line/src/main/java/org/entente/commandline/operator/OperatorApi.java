package org.entente.commandline.operator;

import java.time.InstantSource;
import org.entente.commandline.http.HttpCalls;

/**
 * One operator's public API in the eyes of one user. The first call logs in. Every failure is an
 * {@link org.entente.commandline.http.ApiException} with a code and a sentence.
 */
public final class OperatorApi {
    private final Operator operator;
    private final ApiCalls calls;

    public OperatorApi(HttpCalls http, Operator operator, Account account, InstantSource clock) {
        this.operator = operator;
        this.calls = new ApiCalls(http, operator, new AccessTokens(http, operator, account, clock));
    }

    public Operator operator() {
        return operator;
    }

    /** All keys that the operator ever signed with, as it publishes them to anyone. */
    public String keyHistory() {
        return calls.text("/.well-known/entente/keys.json", "application/json");
    }

    public SitesClient sites() {
        return new SitesClient(calls);
    }

    public PushesClient pushes() {
        return new PushesClient(calls);
    }

    public PartnersClient partners() {
        return new PartnersClient(calls);
    }

    public KeysClient keys() {
        return new KeysClient(calls);
    }

    public AgreementsClient agreements() {
        return new AgreementsClient(calls);
    }

    public NegotiationClient negotiation() {
        return new NegotiationClient(calls);
    }

    public OrdersClient orders() {
        return new OrdersClient(calls);
    }

    public FinanceClient finance() {
        return new FinanceClient(calls);
    }

    public ClockClient clock() {
        return new ClockClient(calls);
    }
}
