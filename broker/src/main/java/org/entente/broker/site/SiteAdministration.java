package org.entente.broker.site;

import java.util.Optional;

/**
 * What administrators set up at a site, for engineers who set up many sites at once. Each call may be repeated: what is
 * there as wanted stays as it is, and what is there otherwise is told, never replaced, except a quota, which is there to be
 * changed. A site that has no such thing refuses with {@code NOT_OFFERED}; all else fails as {@link Site} does.
 */
public interface SiteAdministration {
    /** A size of virtual machine that everybody at the site may use. */
    Ensured ensureFlavour(WantedFlavour flavour);

    /** A public key of our account, under its name. The comment behind the key does not count. */
    Ensured ensureKey(WantedKey key);

    /** What our account may hold in all. */
    Ensured ensureQuota(WantedQuota quota);

    /** Gives the image with these bytes, which we brought to the site, this name. */
    Ensured ensureImageName(String name, String sha256);

    /**
     * A flavour.
     *
     * @param memoryMib memory in MiB
     * @param diskGib disk in GiB; zero is as much as the image has
     */
    record WantedFlavour(String name, int vcpu, int memoryMib, int diskGib) {}

    /** A public key in the form of OpenSSH: its type, the key in base64, and a comment or none. */
    record WantedKey(String name, String publicKey) {}

    /**
     * Limits of an account. One that is absent stays as it is.
     *
     * @param instances virtual machines, or groups of containers
     * @param volumeGib the size of all volumes together
     */
    record WantedQuota(
            Optional<Integer> instances,
            Optional<Integer> vcpu,
            Optional<Integer> memoryMib,
            Optional<Integer> volumes,
            Optional<Integer> volumeGib,
            Optional<Integer> publicAddresses) {}

    /** What became of it. */
    sealed interface Ensured {
        /** It was not there, and is now. */
        record Made() implements Ensured {}

        /** It was there otherwise, as the sentence says, and is now as wanted. */
        record Changed(String before) implements Ensured {}

        /** It was there as wanted. */
        record Unchanged() implements Ensured {}

        /** It is there otherwise, as the sentence says, and was left so. */
        record Differs(String sentence) implements Ensured {}
    }
}
