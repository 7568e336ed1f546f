/** Making instances run on our own sites, and watching that they do. */
@NullMarked
package org.entente.broker.provisioning;

import org.jspecify.annotations.NullMarked;
