package org.entente.agreements.language;

/** The kind of IaaS that a site runs, which decides what kind of instance it can take. */
public enum Technology {
    OPENSTACK,
    KUBERNETES
}
