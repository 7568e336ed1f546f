package org.entente.commandline.connection;

import java.util.Locale;

/** What a user may do at an operator. */
public enum Role {
    DEVOPS,
    ENGINEER,
    FINANCE;

    /** As realms and files write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
