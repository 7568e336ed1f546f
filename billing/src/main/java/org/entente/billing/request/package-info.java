/** What every resource of billing reads from a request, and the problems that billing answers with. */
@NullMarked
package org.entente.billing.request;

import org.jspecify.annotations.NullMarked;
