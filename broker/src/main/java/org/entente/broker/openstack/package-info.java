/**
 * A site that runs OpenStack: Keystone v3, Nova, Glance, Neutron, Cinder and Placement. The parts come from the bottom up:
 * {@code Transport} carries a call, {@code OpenStackSession} logs in, {@code Service} speaks one service in its newest common
 * version, {@code Client} does so through openstack4j, whose {@code Connector} leads back to the session, and one class per
 * service knows its calls.
 */
@NullMarked
package org.entente.broker.openstack;

import org.jspecify.annotations.NullMarked;
