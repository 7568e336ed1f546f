package org.entente.simulator.openstack;

/** A link in any OpenStack answer. */
record LinkView(String rel, String href) {}
