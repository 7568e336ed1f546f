@NullMarked
package org.entente.billing.request;

import org.jspecify.annotations.NullMarked;
