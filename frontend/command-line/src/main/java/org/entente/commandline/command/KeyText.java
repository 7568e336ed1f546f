package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import org.entente.commandline.operator.KeysClient.ConfirmationView;
import org.entente.commandline.operator.KeysClient.KeyView;

/** Keys in sentences. */
final class KeyText {
    private KeyText() {}

    static List<String> lines(List<KeyView> keys) {
        List<String> lines = new ArrayList<>();
        for (KeyView key : keys) {
            lines.add(key.keyId() + " (" + key.algorithm() + ") counts from " + key.validFrom()
                    + key.validTo().map(end -> " to " + end).orElse(""));
            lines.add("  Fingerprint: " + key.fingerprint());
            key.revokedFrom()
                    .ifPresent(from -> lines.add("  Revoked: nothing counts that it signed from " + from + " on"
                            + key.revocationReason().map(why -> "; " + why).orElse("")));
            key.introducedBy().ifPresent(by -> lines.add("  Introduced by a signature of " + by));
            key.comparedAt().ifPresent(at -> lines.add("  An engineer compared its fingerprint at " + at));
            key.partners().forEach(partner -> lines.add("  " + sentence(partner)));
        }
        return lines;
    }

    private static String sentence(ConfirmationView partner) {
        return partner.confirmedAt()
                .map(at -> partner.operator() + " confirmed it at " + at)
                .or(() -> partner.refusal().map(why -> partner.operator() + " did not take it: " + why))
                .orElseGet(() -> partner.operator() + " was asked to confirm it at " + partner.askedAt()
                        + "; until then an older key signs for it");
    }
}
