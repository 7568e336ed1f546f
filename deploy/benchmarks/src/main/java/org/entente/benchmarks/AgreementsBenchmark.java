package org.entente.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What agreements cost, in one run: documents verified, prices computed and, where the state folder of a running pair is
 * given, the time from a proposal to both signatures.
 */
public final class AgreementsBenchmark {
    private AgreementsBenchmark() {}

    /** Arguments: {@code --pricing} for prices alone, {@code --home FOLDER} for a running pair, {@code --json}. */
    public static void main(String[] arguments)
            throws JsonProcessingException, GeneralSecurityException, InterruptedException {
        List<String> given = List.of(arguments);
        Map<String, Object> results = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        Rates pricing = PricingBenchmark.measured();
        results.put("pricing", pricing);
        text.append(pricing.text());
        if (!given.contains("--pricing")) {
            Rates verification = VerificationBenchmark.measured();
            results.put("verification", verification);
            text.append(verification.text());
        }
        if (given.contains("--home")) {
            Delays negotiation = NegotiationBenchmark.measured(Path.of(given.get(given.indexOf("--home") + 1)));
            results.put("negotiation", negotiation);
            text.append(negotiation.text());
        }
        System.out.println(given.contains("--json") ? new ObjectMapper().writeValueAsString(results) : text);
    }
}
