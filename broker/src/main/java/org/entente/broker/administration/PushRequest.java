package org.entente.broker.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.site.SiteSelector;
import org.entente.broker.site.SiteState;
import org.jspecify.annotations.Nullable;

/**
 * Something to be at a set of sites.
 *
 * @param within how long a site that cannot be asked now is waited for, ISO 8601, at most seven days
 */
public record PushRequest(
        @NotNull @Valid ContentRequest what, @NotNull @Valid SelectorRequest sites, Optional<Duration> within) {
    private static final Duration WITHIN_MAX = Duration.ofDays(7);

    /**
     * Which sites are meant: those that fit all of it.
     *
     * @param all says that every site is meant; nothing else may be said then
     */
    public record SelectorRequest(
            @Size(max = 10_000) List<SiteId> names,
            @Size(max = 300) List<@Pattern(regexp = "[A-Z]{2}") String> countries,
            @Size(max = 1000) List<@Size(max = 255) String> regions,
            @Size(max = 10) List<Technology> technologies,
            @Size(max = 10) List<@Pattern(regexp = "[a-zA-Z]{1,20}") String> states,
            @Size(max = 32) List<@Size(max = 63) String> labels,
            Optional<Boolean> all) {
        public SelectorRequest {
            names = given(names);
            countries = given(countries);
            regions = given(regions);
            technologies = given(technologies);
            states = given(states);
            labels = given(labels);
        }

        private static <T> List<T> given(@Nullable List<T> some) {
            return some == null ? List.of() : List.copyOf(some);
        }

        SiteSelector selector() {
            SiteSelector selector = new SiteSelector(
                    Set.copyOf(names),
                    Set.copyOf(countries),
                    Set.copyOf(regions),
                    Set.copyOf(technologies),
                    SiteState.named(states),
                    Set.copyOf(labels));
            if (selector.isOpen() != all.orElse(false)) {
                throw new ProblemException(
                        PushProblem.PUSH_SITES,
                        "Say which sites are meant: either all of them, or what they have in common");
            }
            return selector;
        }
    }

    Duration within(Duration usual) {
        Duration wanted = within.orElse(usual);
        if (wanted.isNegative() || wanted.isZero() || wanted.compareTo(WITHIN_MAX) > 0) {
            throw new ProblemException(
                    PushProblem.PUSH_CONTENT, "A site is waited for up to seven days, but not for " + wanted);
        }
        return wanted;
    }
}
