package org.entente.agreements.document;

import java.net.URI;
import java.util.regex.Pattern;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;

/** Which image a virtual machine starts from. Checksums are SHA-256, in lower case hexadecimal. */
public sealed interface ImageSource {
    /** What people read: the name of the image, or what else is known of it. */
    String label();

    /** An image that the site has by this name; of several the newest. */
    record Named(String name) implements ImageSource {
        @Override
        public String label() {
            return name;
        }
    }

    /** An image with this content, whatever the site calls it. */
    record WithChecksum(String sha256) implements ImageSource {
        public WithChecksum {
            checkSha256(sha256);
        }

        @Override
        public String label() {
            return "sha256:" + sha256;
        }
    }

    /** An image to be fetched from the web and checked against its checksum before anything starts from it. */
    record AtAddress(URI address, String sha256) implements ImageSource {
        public AtAddress {
            checkSha256(sha256);
        }

        @Override
        public String label() {
            return address.toString();
        }
    }

    /** An image that another site has by this name; it is copied to the site that needs it. */
    record AtSite(OperatorId operator, SiteId site, String name) implements ImageSource {
        @Override
        public String label() {
            return name + " of " + operator + "/" + site;
        }
    }

    private static void checkSha256(String text) {
        if (!Sha256.FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A checksum is SHA-256 in 64 lower case hexadecimal digits, but was '" + text + "'");
        }
    }

    /** The form of a checksum. */
    final class Sha256 {
        private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

        private Sha256() {}
    }
}
