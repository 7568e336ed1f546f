/**
 * A site that runs OpenStack: Keystone v3, Nova, Glance, Neutron, Cinder and Placement, spoken in JSON over HTTP. The parts
 * come from the bottom up: {@code Transport} carries a call, {@code OpenStackSession} logs in, {@code Service} speaks one
 * service in its newest common version, and one class per service knows its calls.
 */
@NullMarked
package org.entente.broker.openstack;

import org.jspecify.annotations.NullMarked;
