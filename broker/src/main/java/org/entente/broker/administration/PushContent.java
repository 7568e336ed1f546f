package org.entente.broker.administration;

import org.entente.agreements.document.ImageSource;
import org.entente.broker.site.SiteAdministration.WantedFlavour;
import org.entente.broker.site.SiteAdministration.WantedKey;
import org.entente.broker.site.SiteAdministration.WantedQuota;

/** What every chosen site is to have. */
sealed interface PushContent {
    /** What it is, for people and for the order among pushes of one kind to one site. */
    Kind kind();

    /** What it is called, or nothing for what has no name. */
    String name();

    enum Kind {
        FLAVOUR,
        KEY,
        QUOTA,
        IMAGE
    }

    record Flavour(WantedFlavour wanted) implements PushContent {
        @Override
        public Kind kind() {
            return Kind.FLAVOUR;
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    record Key(WantedKey wanted) implements PushContent {
        @Override
        public Kind kind() {
            return Kind.KEY;
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    record Quota(WantedQuota wanted) implements PushContent {
        @Override
        public Kind kind() {
            return Kind.QUOTA;
        }

        @Override
        public String name() {
            return "";
        }
    }

    /** An image under this name, with the bytes that the source has. */
    record Image(String name, ImageSource source) implements PushContent {
        @Override
        public Kind kind() {
            return Kind.IMAGE;
        }
    }
}
