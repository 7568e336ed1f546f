package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Negotiating and ending agreements. */
public final class NegotiationClient {
    private static final String PATH = "/api/v1/agreements";
    private final ApiCalls calls;

    NegotiationClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * All there is to see of one agreement.
     *
     * @param standing how it stands, in a word; absent before anything was signed
     * @param negotiation where the negotiation of the next version stands
     * @param reason why the last move was refused
     */
    public record AgreementStatus(
            String agreement,
            Optional<String> standing,
            Optional<String> standingSentence,
            Optional<Integer> versionInForce,
            String negotiation,
            Optional<String> reason,
            List<Waiting> waiting,
            List<Proposed> proposals,
            List<Notice> notices) {}

    /**
     * What it waits for.
     *
     * @param until absent where a broker tries again until it is answered
     * @param then what happens when the time has passed, or once they did
     */
    public record Waiting(String who, String what, Optional<Instant> until, String then) {
        /** In a sentence without a full stop. */
        public String sentence() {
            return who + " must " + what
                    + until.map(instant -> " by " + instant + ", else ").orElse("; then ") + then;
        }
    }

    /**
     * A proposal.
     *
     * @param label names it, for a difference
     * @param became what became of it, absent while it is open
     */
    public record Proposed(
            String label, String proposer, Instant answerBy, Optional<String> became, Optional<String> reason) {}

    /**
     * A notice.
     *
     * @param state {@code telling} until the partner confirmed that it knows
     */
    public record Notice(String by, String kind, Instant from, String reason, String state) {}

    /** What differs between two versions. */
    public record Difference(String agreement, String from, String to, List<Change> changes) {}

    /**
     * One changed term.
     *
     * @param path its place in the signed document
     */
    public record Change(String path, Optional<String> from, Optional<String> to, String sentence) {}

    /** Everything that was signed about an agreement, and the partner's key history as text. */
    public record History(String agreement, List<SignedText> documents, String partnerKeys) {}

    /** One signed document and its name for a file. */
    public record SignedText(String name, String document) {}

    public History history(String agreement) {
        return calls.get(at(agreement, "/history"), new TypeReference<History>() {});
    }

    public AgreementStatus status(String agreement) {
        return calls.get(at(agreement, ""), new TypeReference<AgreementStatus>() {});
    }

    /** What differs between two versions by their labels, or between the last two that came. */
    public Difference difference(String agreement, Optional<String> from, Optional<String> to) {
        String query = Map.of("from", from, "to", to).entrySet().stream()
                .flatMap(entry -> entry
                        .getValue()
                        .map(label -> entry.getKey() + "=" + URLEncoder.encode(label, StandardCharsets.UTF_8))
                        .stream())
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
        return calls.get(at(agreement, "/difference") + query, new TypeReference<Difference>() {});
    }

    /** Proposes terms in the API's own form. */
    public AgreementStatus propose(JsonNode terms) {
        return calls.post(PATH, terms, IdempotencyKey.fresh()).as(new TypeReference<AgreementStatus>() {});
    }

    /** Answers the proposal on the table by terms in the API's own form. */
    public AgreementStatus counter(JsonNode terms) {
        return post(terms.path("agreement").asText(), "/counter", terms);
    }

    public AgreementStatus accept(String agreement) {
        return post(agreement, "/acceptance", Map.of());
    }

    /** Approves, as a second person, what waits. */
    public AgreementStatus approve(String agreement) {
        return post(agreement, "/approval");
    }

    public AgreementStatus reject(String agreement, String reason) {
        return post(agreement, "/rejection", Map.of("reason", reason));
    }

    public AgreementStatus withdraw(String agreement, String reason) {
        return post(agreement, "/withdrawal", Map.of("reason", reason));
    }

    /** Proposes the same terms until another instant. */
    public AgreementStatus renew(String agreement, Instant to) {
        return post(agreement, "/renewal", Map.of("to", to));
    }

    public AgreementStatus suspend(String agreement, String reason) {
        return post(agreement, "/suspension", Map.of("reason", reason));
    }

    public AgreementStatus resume(String agreement, String reason) {
        return post(agreement, "/resumption", Map.of("reason", reason));
    }

    /** Gives notice that the agreement ends. */
    public AgreementStatus terminate(String agreement, Instant end, String reason) {
        return post(agreement, "/termination", Map.of("end", end, "reason", reason));
    }

    private AgreementStatus post(String agreement, String what) {
        return calls.post(at(agreement, what), IdempotencyKey.fresh()).as(new TypeReference<AgreementStatus>() {});
    }

    private AgreementStatus post(String agreement, String what, Object body) {
        return calls.post(at(agreement, what), body, IdempotencyKey.fresh())
                .as(new TypeReference<AgreementStatus>() {});
    }

    private static String at(String agreement, String what) {
        return PATH + "/" + agreement + what;
    }
}
