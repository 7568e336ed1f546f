/** Tests of agreements: what holds at an instant. */
@NullMarked
package org.entente.agreements.agreement;

import org.jspecify.annotations.NullMarked;
