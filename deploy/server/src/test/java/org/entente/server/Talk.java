package org.entente.server;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.negotiation.Closing;
import org.entente.agreements.negotiation.Move;
import org.entente.agreements.negotiation.NegotiationEvent;
import org.entente.agreements.negotiation.NegotiationMachine;
import org.entente.agreements.negotiation.NegotiationProblem;
import org.entente.agreements.negotiation.NegotiationState;
import org.entente.agreements.negotiation.Outcome;
import org.entente.agreements.negotiation.Proposal;
import org.entente.agreements.negotiation.Side;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;

/**
 * Boreal's side of one negotiation: the same machine over documents that it really signs, an inbox that answers a repeat
 * as it did at first, and an outbox that is emptied in order.
 */
final class Talk {
    private final BorealStub boreal;
    private final AgreementId agreement;
    private final Side side;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<DocumentHash, SignedDocument> proposals = new HashMap<>();
    private final List<SignedDocument> signed = new ArrayList<>();
    private final Deque<SignedDocument> outbox = new ArrayDeque<>();
    private NegotiationState state = new NegotiationState.Idle();

    Talk(BorealStub boreal, AgreementId agreement, Side side) {
        this.boreal = boreal;
        this.agreement = agreement;
        this.side = side;
    }

    /** The answer to a document from Alba; to a repeat the same one. */
    synchronized String receive(String text) {
        SignedDocument document = SignedDocumentJson.read(text);
        Document<?> content = DocumentCodec.read(document.payloadBytes());
        return answers.computeIfAbsent(content.id().toString() + content.issuer(), id -> answer(content, document));
    }

    private String answer(Document<?> content, SignedDocument document) {
        DocumentBody answer = move(content, document)
                .flatMap(move -> decide(move, document))
                .<DocumentBody>map(why -> new Refusal(why.name(), why.sentence()))
                .orElseGet(Acknowledgement::new);
        return boreal.signed(BorealStub.document(answer, now(), List.of(document.hash())));
    }

    private Optional<NegotiationProblem> decide(Move move, SignedDocument document) {
        Outcome outcome = NegotiationMachine.next(state, new NegotiationEvent.Theirs(move), now(), side);
        if (outcome.refusal().isEmpty()
                && (move instanceof Move.Propose || move instanceof Move.Counter || move instanceof Move.Accept)) {
            proposals.put(document.hash(), document);
        }
        become(outcome.state());
        return outcome.refusal();
    }

    /** Makes a move if the machine lets us. */
    synchronized void play(Kind kind) {
        DocumentHash target = state.lastShared().orElse(DocumentHash.of("nothing"));
        SignedDocument document = kind == Kind.ACCEPT
                ? Optional.ofNullable(proposals.get(target))
                        .map(boreal::countersign)
                        .orElseGet(() -> signedBy(terms(), target, kind))
                : signedBy(terms(), target, kind);
        Move move = kind == Kind.ACCEPT
                ? new Move.Accept(target)
                : move(DocumentCodec.read(document.payloadBytes()), document).orElseThrow();
        Outcome outcome = NegotiationMachine.next(state, new NegotiationEvent.Ours(move), now(), side);
        if (outcome.refusal().isEmpty()) {
            proposals.put(document.hash(), document);
            become(outcome.state());
            outbox.add(document);
        }
    }

    /** What Boreal can try. */
    enum Kind {
        PROPOSE,
        COUNTER,
        ACCEPT,
        REJECT,
        WITHDRAW
    }

    private SignedDocument signedBy(AgreementTerms terms, DocumentHash target, Kind kind) {
        Optional<DocumentHash> replaces = lastSigned();
        Instant answerBy = terms.version() == 1
                ? now().plus(Duration.ofDays(1))
                : terms.validity().from();
        DocumentBody body = switch (kind) {
            case PROPOSE -> new AgreementVersion(terms, answerBy, replaces, Optional.empty(), state.lastShared());
            case COUNTER, ACCEPT ->
                new AgreementVersion(terms, answerBy, replaces, Optional.of(target), Optional.empty());
            case REJECT -> new AgreementRejection(agreement, terms.version(), "Not like this");
            case WITHDRAW -> new AgreementWithdrawal(agreement, terms.version(), "A slip");
        };
        return SignedDocumentJson.read(boreal.signed(BorealStub.document(body, now(), bases(body, target))));
    }

    private static List<DocumentHash> bases(DocumentBody body, DocumentHash target) {
        return body instanceof AgreementVersion version
                ? Stream.of(version.replaces(), version.counters(), version.follows())
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList()
                : List.of(target);
    }

    private static Optional<Move> move(Document<?> content, SignedDocument document) {
        return switch (content.body()) {
            case AgreementVersion version
            when document.signatures().size() == 2 -> Optional.of(new Move.Accept(document.hash()));
            case AgreementVersion version -> {
                Proposal proposal =
                        new Proposal(document.hash(), version.terms().version(), version.answerBy());
                yield Optional.of(version.counters()
                        .<Move>map(countered -> new Move.Counter(proposal, countered))
                        .orElseGet(() -> new Move.Propose(proposal, version.follows(), version.replaces())));
            }
            case AgreementRejection rejection ->
                Optional.of(new Move.Reject(document.hash(), content.buildsOn().getFirst()));
            case AgreementWithdrawal withdrawal ->
                Optional.of(
                        new Move.Withdraw(document.hash(), content.buildsOn().getFirst()));
            default -> Optional.empty();
        };
    }

    /** The next document to deliver, as text. */
    synchronized Optional<String> head() {
        return Optional.ofNullable(outbox.peek()).map(SignedDocumentJson::write);
    }

    /** Takes in Alba's answer to the head of the outbox. */
    synchronized void answered(String text) {
        Document<?> answer = DocumentCodec.read(SignedDocumentJson.read(text).payloadBytes());
        DocumentHash sent = outbox.element().hash();
        if (!answer.buildsOn().contains(sent)) {
            throw new AssertionError("That is no answer to what was sent");
        }
        outbox.remove();
        NegotiationEvent event = answer.body() instanceof Refusal refusal
                ? new NegotiationEvent.Refused(sent, refusal.code())
                : new NegotiationEvent.Confirmed(sent);
        become(NegotiationMachine.next(state, event, now(), side).state());
    }

    synchronized NegotiationState state() {
        return state;
    }

    synchronized List<SignedDocument> signed() {
        return List.copyOf(signed);
    }

    private void become(NegotiationState next) {
        boolean signedNow = (state instanceof NegotiationState.Accepting
                        && !(next instanceof NegotiationState.Accepting)
                        && !(next instanceof NegotiationState.Received received
                                && received.theirs().hash().equals(onTable())))
                || (!(state instanceof NegotiationState.Accepting)
                        && next instanceof NegotiationState.Closed closed
                        && closed.how() == Closing.SIGNED
                        && !next.equals(state));
        DocumentHash table = onTable();
        state = next;
        if (signedNow) {
            signed.add(proposals.get(table));
        }
    }

    private DocumentHash onTable() {
        return state instanceof NegotiationState.Proposing proposing
                ? proposing.ours().hash()
                : state.lastShared().orElse(DocumentHash.of("nothing"));
    }

    private Optional<DocumentHash> lastSigned() {
        return signed.isEmpty()
                ? Optional.empty()
                : Optional.of(signed.getLast().hash());
    }

    private AgreementTerms terms() {
        int number = signed.size() + 1;
        Instant from = number == 1 ? Instant.parse("2026-01-01T00:00:00Z") : now().plus(Duration.ofHours(number));
        return terms(agreement, number, side, from);
    }

    static AgreementTerms terms(AgreementId agreement, int number, Side side, Instant from) {
        return terms(agreement, number, side, from, "alba");
    }

    /** Terms between Boreal and another operator. */
    static AgreementTerms terms(AgreementId agreement, int number, Side side, Instant from, String other) {
        OperatorId partner = new OperatorId(other);
        boolean isHost = side == Side.HOST;
        return terms(
                agreement,
                number,
                List.of(isHost ? BorealStub.BOREAL : partner, isHost ? partner : BorealStub.BOREAL),
                new Window(from, Instant.parse("2046-01-01T00:00:00Z")),
                "EUR");
    }

    /** A first version that ended before it began. */
    static AgreementTerms ended(AgreementId agreement) {
        return terms(
                agreement,
                1,
                List.of(BorealStub.BOREAL, BorealStub.ALBA),
                new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                "EUR");
    }

    /** A second version in another currency. */
    static AgreementTerms inSwissFrancs(AgreementId agreement, Instant from) {
        return terms(
                agreement,
                2,
                List.of(BorealStub.BOREAL, BorealStub.ALBA),
                new Window(from, Instant.parse("2046-01-01T00:00:00Z")),
                "CHF");
    }

    private static AgreementTerms terms(
            AgreementId agreement, int number, List<OperatorId> hostThenHome, Window validity, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        return new AgreementTerms(
                agreement,
                number,
                hostThenHome.getFirst(),
                hostThenHome.getLast(),
                validity,
                List.of(new SiteId("north")),
                new RateCard(currency, List.of()),
                new Quota(10, BigDecimal.TEN, BigDecimal.TEN),
                new BillingCalendar(ZoneOffset.UTC),
                new Settlement(Money.zero(currency), 10, 30, BigDecimal.ZERO, RoundingMode.HALF_EVEN));
    }

    static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
