package org.entente.commandline.story;

/** What kind of site Boreal's virtual machine runs on. */
public enum SiteChoice {
    SIMULATOR,
    LAB
}
