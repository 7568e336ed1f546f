/** A site that runs OpenStack: Keystone v3, Nova, Glance and Neutron, spoken through openstack4j. */
@NullMarked
package org.entente.broker.openstack;

import org.jspecify.annotations.NullMarked;
