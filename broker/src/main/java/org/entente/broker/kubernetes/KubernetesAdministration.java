package org.entente.broker.kubernetes;

import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/**
 * A cluster has no flavours, key pairs or images that could be set up through its API, and its quotas are for one namespace
 * each: each container group of ours has a namespace with a quota of its own.
 */
final class KubernetesAdministration implements SiteAdministration {
    @Override
    public Ensured ensureFlavour(WantedFlavour flavour) {
        throw notOffered("flavours: containers get exactly the processors and memory that are ordered");
    }

    @Override
    public Ensured ensureKey(WantedKey key) {
        throw notOffered("key pairs: nobody logs in to a container with one");
    }

    @Override
    public Ensured ensureImageName(String name, String sha256) {
        throw notOffered("images of its own: its nodes fetch images of containers from registries");
    }

    @Override
    public Ensured ensureQuota(WantedQuota wanted) {
        throw notOffered("quota over many namespaces: each container group has a namespace with a quota of its own");
    }

    private static SiteException notOffered(String what) {
        return new SiteException(Code.NOT_OFFERED, "A Kubernetes cluster has no " + what + ".");
    }
}
