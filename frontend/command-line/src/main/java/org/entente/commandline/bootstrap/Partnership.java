package org.entente.commandline.bootstrap;

import java.util.Optional;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.PartnersClient.PartnerView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.entente.commandline.progress.Steps.Outcome;

/** Makes one operator know and trust another. */
final class Partnership {
    private final HttpCalls http;
    private final Steps steps;

    Partnership(HttpCalls http, Steps steps) {
        this.http = http;
        this.steps = steps;
    }

    /** Invites the other by its URL, compares its fingerprint with what it publishes itself, and confirms it. */
    void introduce(Member self, Member other) {
        steps.run(self.name() + " invites " + other.name(), () -> {
            Optional<PartnerView> known = self.engineer().partners().all().stream()
                    .filter(partner ->
                            partner.operator().equals(other.operator().id()))
                    .findFirst();
            if (known.filter(PartnerView::isActive).isPresent()) {
                return new Outcome<>(known.get(), "is a partner already (nothing to do)");
            }
            PartnerView invited = known.orElseGet(
                    () -> self.engineer().partners().invite(other.operator().url()));
            return new Outcome<>(
                    confirmed(self, other, invited),
                    "its fingerprint " + invited.fingerprint().substring(0, 14) + "… is the one that it publishes");
        });
    }

    private PartnerView confirmed(Member self, Member other, PartnerView invited) {
        String readOut = Fingerprint.publishedBy(other.operator(), http);
        if (!readOut.equals(invited.fingerprint())) {
            throw new CommandException(self.name() + " has the fingerprint " + invited.fingerprint() + " for "
                    + other.name() + ", but " + other.name() + " itself publishes " + readOut
                    + "; do not trust it before you know why");
        }
        PartnerView confirmed = self.engineer().partners().confirm(invited.operator(), readOut);
        if (!confirmed.isActive()) {
            throw new CommandException("Expected " + other.name() + " to be an active partner of " + self.name()
                    + " once confirmed, but it is " + confirmed.state());
        }
        return confirmed;
    }
}
