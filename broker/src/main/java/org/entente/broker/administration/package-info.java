/** What engineers set up at many of our sites at once: flavours, images, keys and quotas, whatever the sites run. */
@NullMarked
package org.entente.broker.administration;

import org.jspecify.annotations.NullMarked;
