package org.entente.agreements.partner;

import java.util.Base64;
import java.util.HexFormat;
import org.entente.agreements.keys.PublishedKey;

/** A key's thumbprint (RFC 7638) in a form that two people can read to each other: groups of four hexadecimal digits. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(PublishedKey key) {
        String digits =
                HexFormat.of().withUpperCase().formatHex(Base64.getUrlDecoder().decode(key.id()));
        return String.join("-", digits.split("(?<=\\G.{4})", -1)).replaceAll("-$", "");
    }
}
