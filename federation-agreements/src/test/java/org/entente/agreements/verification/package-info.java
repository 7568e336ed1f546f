@NullMarked
package org.entente.agreements.verification;

import org.jspecify.annotations.NullMarked;
