@NullMarked
package org.entente.broker.openstack;

import org.jspecify.annotations.NullMarked;
