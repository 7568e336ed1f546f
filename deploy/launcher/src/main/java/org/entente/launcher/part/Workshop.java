package org.entente.launcher.part;

import org.entente.launcher.archive.Downloads;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.settings.Settings;

/** What parts are made with. */
record Workshop(Settings settings, Versions versions, Secrets secrets, Helpers helpers) {
    Downloads downloads() {
        return new Downloads(
                settings.folders().checkout(),
                settings.javaHome(),
                settings.folders().log("download"),
                helpers);
    }

    Description.Files files(String key) {
        return new Description.Files(
                settings.folders().run().resolve(key + ".pid"),
                settings.folders().log(key));
    }

    /** Where the programs of this Java are. */
    String java() {
        return settings.javaHome().resolve("bin/java").toString();
    }
}
