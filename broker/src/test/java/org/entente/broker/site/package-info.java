/** Sites of ours in tests. */
@org.jspecify.annotations.NullMarked
package org.entente.broker.site;
