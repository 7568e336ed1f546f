package org.entente.commandline.bootstrap;

import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.progress.Steps;

/**
 * Makes a pair of operators ready for orders of the home operator's customers on the host operator's sites: sites,
 * partners, agreement, offers. Whatever is there already stays as it is, so a second run changes nothing, and a run after
 * a broken one goes on from where that ended.
 */
public final class Bootstrap {
    private final Member home;
    private final Member host;
    private final SiteConnections sites;
    private final Partnership partnership;
    private final AgreementSigning agreement;

    public Bootstrap(Member home, Member host, HttpCalls http, Steps steps) {
        this.home = home;
        this.host = host;
        this.sites = new SiteConnections(steps);
        this.partnership = new Partnership(http, steps);
        this.agreement = new AgreementSigning(home, host, steps);
    }

    /** Brings the pair to where orders can be placed. */
    public void run() {
        sites.connect(home);
        sites.connect(host);
        partnership.introduce(home, host);
        partnership.introduce(host, home);
        agreement.sign();
        sites.awaitOffers(home, host);
    }
}
