/**
 * The OpenStack APIs of a simulated site: Keystone v3, Nova 2.1, Glance 2, Neutron 2.0, Cinder 3 and Placement, as far as a
 * broker calls them.
 * Answers have the members and the forms of failure of OpenStack Zed.
 */
@NullMarked
package org.entente.simulator.openstack;

import org.jspecify.annotations.NullMarked;
