package org.entente.commandline.story;

import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Installation.OperatorEntry;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.progress.CommandException;

/**
 * Who acts in the story: each operator's API in the eyes of one of its users.
 *
 * @param devops orders at the home operator, for a tenant
 */
record Cast(String tenant, OperatorApi devops, OperatorSide home, OperatorSide host) {
    /** The people of one operator. */
    record OperatorSide(OperatorApi engineer, OperatorApi finance) {
        String id() {
            return finance.operator().id();
        }

        String name() {
            return finance.operator().name();
        }

        private static OperatorSide of(OperatorEntry entry, HttpCalls http) {
            return new OperatorSide(entry.api(Role.ENGINEER, http), entry.api(Role.FINANCE, http));
        }
    }

    static Cast of(Installation installation, HttpCalls http) {
        OperatorEntry alba = installation.operator(Pair.ALBA);
        String tenant = alba.users()
                .devops()
                .tenant()
                .orElseThrow(() ->
                        new CommandException("The DevOps user of " + alba.name() + " has no tenant in operators.json"));
        return new Cast(
                tenant,
                alba.api(Role.DEVOPS, http),
                OperatorSide.of(alba, http),
                OperatorSide.of(installation.operator(Pair.BOREAL), http));
    }

    String agreement() {
        return home.id() + "-at-" + host.id();
    }
}
