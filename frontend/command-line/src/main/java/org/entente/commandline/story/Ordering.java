package org.entente.commandline.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.DeploymentState;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.operator.OrdersClient.InstanceView;
import org.entente.commandline.operator.OrdersClient.OrderView;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import org.entente.commandline.operator.SitesClient;
import org.entente.commandline.operator.SitesClient.SiteView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;

/** The DevOps user's part: quote, order, release. */
final class Ordering {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OrdersClient orders;
    private final SitesClient sites;
    private final String name;
    private final Steps steps;

    Ordering(OperatorApi devops, Steps steps) {
        this.orders = devops.orders();
        this.sites = devops.sites();
        this.name = devops.operator().name();
        this.steps = steps;
    }

    /**
     * A deployment that became active.
     *
     * @param deployment as it was last seen
     * @param orderToActiveMillis from the order's POST until it was seen active
     */
    record Activated(DeploymentView deployment, long orderToActiveMillis) {}

    /** Waits until the API lists every site of the plan as one that takes orders. */
    void awaitSites(StoryPlan plan) {
        steps.run("Look for the sites at " + name, () -> {
            List<String> wanted = plan.workloads().stream()
                    .map(workload -> workload.operator() + "/" + workload.site())
                    .toList();
            steps.await("the sites " + String.join(", ", wanted) + " to be available at " + name, () -> {
                Set<String> seen = sites.all().stream()
                        .filter(SiteView::isAvailable)
                        .map(site -> site.operator() + "/" + site.site())
                        .collect(Collectors.toSet());
                return seen.containsAll(wanted)
                        ? new Look.Seen<>(wanted)
                        : new Look.NotYet<>("available are " + String.join(", ", new TreeSet<>(seen)));
            });
            return new Outcome<>(wanted, String.join(", ", wanted));
        });
    }

    QuoteView quote(StoryPlan plan) {
        return steps.run("Ask " + name + " for a quote", () -> {
            QuoteView quote = orders.quote(plan.workloads());
            return new Outcome<>(
                    quote,
                    quote.perHour().toPlainString() + " " + quote.currency() + " an hour, "
                            + quote.perMonth().toPlainString() + " " + quote.currency() + " a month");
        });
    }

    Activated order(StoryPlan plan, QuoteView quote) {
        return steps.run("Order it and wait until it is active", () -> {
            long start = System.nanoTime();
            OrderView order = orders.place(plan.deployment(), quote.quote(), IdempotencyKey.fresh());
            DeploymentView active = await(order.order(), DeploymentState.ACTIVE);
            long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            return new Outcome<>(
                    new Activated(active, millis), "deployment " + order.order() + " active after " + millis + " ms");
        });
    }

    DeploymentView release(String order) {
        return steps.run("Release the deployment and wait until it ended", () -> {
            orders.end(order);
            DeploymentView ended = await(order, DeploymentState.ENDED);
            return new Outcome<>(
                    ended, "it cost the tenant " + ended.costSoFar().toPlainString() + " " + ended.currency());
        });
    }

    private DeploymentView await(String order, DeploymentState wanted) {
        return steps.await("deployment " + order + " to be " + wanted.text(), () -> {
            DeploymentView seen = orders.deployment(order);
            if (seen.state() == wanted) {
                return new Look.Seen<>(seen);
            }
            if (isFinal(seen.state())) {
                throw new CommandException(
                        "Expected deployment " + order + " to become " + wanted.text() + ", but it " + shown(seen));
            }
            return new Look.NotYet<>("it " + shown(seen));
        });
    }

    private static boolean isFinal(DeploymentState state) {
        return state == DeploymentState.REFUSED || state == DeploymentState.DEGRADED || state == DeploymentState.ENDED;
    }

    private static String shown(DeploymentView seen) {
        String instances = seen.instances().stream().map(Ordering::shown).collect(Collectors.joining("; "));
        return "is " + seen.state().text()
                + seen.reason().map(why -> ": " + why).orElse("") + (instances.isEmpty() ? "" : " (" + instances + ")");
    }

    private static String shown(InstanceView instance) {
        return instance.name() + " " + instance.state()
                + instance.reason().map(why -> ", " + why).orElse("");
    }
}
