/**
 * Images that are brought to the site that needs them: from another site of ours, or from an address. Each is copied once
 * for a site, however many instances wait for it, and removed when the last of them is gone.
 */
@NullMarked
package org.entente.broker.image;

import org.jspecify.annotations.NullMarked;
