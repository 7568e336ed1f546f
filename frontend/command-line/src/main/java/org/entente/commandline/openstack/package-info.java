/** A look into a real OpenStack past the broker, to prove that what it says is so. */
@NullMarked
package org.entente.commandline.openstack;

import org.jspecify.annotations.NullMarked;
