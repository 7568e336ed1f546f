package org.entente.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreements.partner.PartnerClosed;

/** Hears of closed partners as billing does for its final statement. */
@ApplicationScoped
public class Closings {
    private final List<PartnerClosed> heard = new CopyOnWriteArrayList<>();

    void closed(@Observes PartnerClosed event) {
        heard.add(event);
    }

    List<PartnerClosed> heard() {
        return List.copyOf(heard);
    }

    void forget() {
        heard.clear();
    }
}
