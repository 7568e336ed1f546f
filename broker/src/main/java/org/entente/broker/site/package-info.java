/** One datacentre with one IaaS endpoint: how the broker reaches it, what it can do, and what runs there. */
@NullMarked
package org.entente.broker.site;

import org.jspecify.annotations.NullMarked;
