/** What carries our mark at a site of ours though no instance of ours needs it: found by a sweep, removed when an engineer says so. */
@NullMarked
package org.entente.broker.orphan;

import org.jspecify.annotations.NullMarked;
