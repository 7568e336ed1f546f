package org.entente.commandline.bootstrap;

import java.util.List;
import org.entente.commandline.operator.Operator;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.operator.SitesClient.SiteRequest;

/**
 * One operator of a pair.
 *
 * @param engineer its API in the eyes of an operator engineer
 * @param sites the sites that it shall have
 */
public record Member(OperatorApi engineer, List<SiteRequest> sites) {
    public Member {
        sites = List.copyOf(sites);
    }

    Operator operator() {
        return engineer.operator();
    }

    String name() {
        return operator().name();
    }
}
