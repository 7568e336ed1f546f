@NullMarked
package org.entente.agreements;

import org.jspecify.annotations.NullMarked;
