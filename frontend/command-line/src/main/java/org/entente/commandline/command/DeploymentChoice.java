package org.entente.commandline.command;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.DeploymentState;
import org.entente.commandline.operator.OrdersClient.DeploymentView;
import org.entente.commandline.progress.CommandException;

/** Which deployment somebody means by an order's id or a name. */
final class DeploymentChoice {
    private DeploymentChoice() {}

    /** The deployment of that id, else the only one of that name that still lives, else the latest of that name. */
    static DeploymentView find(OrdersClient orders, String wanted) {
        return among(orders.deployments(), wanted);
    }

    static DeploymentView among(List<DeploymentView> all, String wanted) {
        List<DeploymentView> named = all.stream()
                .filter(one -> one.order().equals(wanted) || one.name().equals(wanted))
                .toList();
        List<DeploymentView> living =
                named.stream().filter(one -> !isOver(one.state())).toList();
        if (living.size() > 1) {
            throw new CommandException(living.size() + " deployments are called " + wanted + "; say which by its id: "
                    + living.stream().map(DeploymentView::order).collect(Collectors.joining(", ")));
        }
        return living.stream()
                .findFirst()
                .or(() -> named.stream().max(Comparator.comparing(DeploymentView::createdAt)))
                .orElseThrow(() -> new CommandException("There is no deployment called " + wanted));
    }

    private static boolean isOver(DeploymentState state) {
        return state == DeploymentState.ENDED || state == DeploymentState.REFUSED;
    }
}
