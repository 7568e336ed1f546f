package org.entente.commandline.story;

import java.util.List;
import java.util.Optional;
import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.connection.Installation.LabEntry;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.openstack.ComputeClient;
import org.entente.commandline.openstack.ComputeClient.Server;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.operator.OrdersClient.InstanceView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;
import org.entente.commandline.story.StoryReport.LabReport;

/** Asks the lab's own API whether the server that the broker tells of is really there, and really gone. */
final class LabProof {
    private static final String ACTIVE = "ACTIVE";

    private final ComputeClient compute;
    private final Steps steps;

    private LabProof(ComputeClient compute, Steps steps) {
        this.compute = compute;
        this.steps = steps;
    }

    /** What was seen while the deployment was active. */
    record Seen(String instance, Server server) {}

    static LabProof at(LabEntry lab, HttpCalls http, Steps steps) {
        return new LabProof(ComputeClient.logIn(http, lab.keystone(), lab.account(), lab.secret()), steps);
    }

    /** The lab's server of the deployment's instance there, which must be active. */
    Seen seenActive(DeploymentView deployment) {
        String instance = onLab(deployment).instance();
        return steps.run("Look for the server in the lab's Nova", () -> {
            Server server = compute.carrying(instance)
                    .orElseThrow(() -> new CommandException("Expected a server with " + instance
                            + " in its metadata in the lab's Nova, but found none"));
            if (!server.status().equals(ACTIVE)) {
                throw new CommandException("Expected the lab's server " + server.id() + " to be " + ACTIVE
                        + ", but Nova says " + server.status());
            }
            return new Outcome<>(new Seen(instance, server), "server " + server.id() + " is " + server.status());
        });
    }

    /** Waits until Nova knows the server no more. */
    LabReport gone(Seen seen) {
        String id = seen.server().id();
        return steps.run("Look again whether the lab's server is gone", () -> {
            steps.await("the lab's server " + id + " to be gone", () -> {
                Optional<Server> still = compute.server(id);
                return still.<Look<String>>map(server -> new Look.NotYet<>("Nova says " + server.status()))
                        .orElseGet(() -> new Look.Seen<>(id));
            });
            LabReport report = new LabReport(seen.instance(), id, seen.server().status(), true);
            return new Outcome<>(report, "server " + id + " is gone");
        });
    }

    private static InstanceView onLab(DeploymentView deployment) {
        List<InstanceView> there = deployment.instances().stream()
                .filter(instance -> instance.site().equals(Pair.LAB_SITE))
                .toList();
        if (there.size() != 1) {
            throw new CommandException("Expected one instance of deployment " + deployment.order() + " at "
                    + Pair.LAB_SITE + ", but there are " + there.size());
        }
        return there.getFirst();
    }
}
