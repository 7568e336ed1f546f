@NullMarked
package org.entente.agreements.pricing;

import org.jspecify.annotations.NullMarked;
