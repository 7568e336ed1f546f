package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flavours, images, keys and quotas brought to many of an operator's own sites at once. */
public final class PushesClient {
    private static final String PATH = "/api/v1/sites/pushes";
    private static final int PAGE_SIZE = 1000;
    private static final int PAGES_MAX = 100;

    private final ApiCalls calls;

    PushesClient(ApiCalls calls) {
        this.calls = calls;
    }

    /** See the API for the fields of what is pushed, of the sites and of the time. */
    private record PushRequest(Map<String, Object> what, Map<String, Object> sites, Optional<String> within) {}

    /**
     * A push and how far it is.
     *
     * @param state {@code waiting}, {@code done}, or {@code refused} where any site has it not
     */
    public record PushView(
            String push,
            String kind,
            Optional<String> name,
            String askedBy,
            Instant askedAt,
            Instant deadline,
            String state,
            long done,
            long refused,
            long waiting,
            List<TargetView> sites) {}

    /** How far it is at one site, and why where it is not done. */
    public record TargetView(
            String site,
            String state,
            Optional<String> change,
            Optional<String> code,
            Optional<String> sentence,
            int attempts,
            Optional<Instant> finishedAt) {}

    public PushView push(
            Map<String, Object> what, Map<String, Object> sites, Optional<String> within, IdempotencyKey key) {
        return calls.post(PATH, new PushRequest(what, sites, within), key).as(new TypeReference<PushView>() {});
    }

    /** How far it is in numbers, without the sites one by one. */
    public PushView counts(String push) {
        return page(push, 0, 1);
    }

    /** How far it is at every site. */
    public PushView whole(String push) {
        PushView first = page(push, 0, PAGE_SIZE);
        long total = first.done() + first.refused() + first.waiting();
        List<TargetView> sites = new ArrayList<>(first.sites());
        for (int number = 1; sites.size() < total && number < PAGES_MAX; number++) {
            sites.addAll(page(push, number, PAGE_SIZE).sites());
        }
        return new PushView(
                first.push(),
                first.kind(),
                first.name(),
                first.askedBy(),
                first.askedAt(),
                first.deadline(),
                first.state(),
                first.done(),
                first.refused(),
                first.waiting(),
                sites);
    }

    /** The latest, without their sites one by one. */
    public List<PushView> latest() {
        return calls.get(PATH, new TypeReference<List<PushView>>() {});
    }

    private PushView page(String push, int page, int size) {
        return calls.get(PATH + "/" + push + "?page=" + page + "&size=" + size, new TypeReference<PushView>() {});
    }
}
