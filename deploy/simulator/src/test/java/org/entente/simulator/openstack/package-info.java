@NullMarked
package org.entente.simulator.openstack;

import org.jspecify.annotations.NullMarked;
