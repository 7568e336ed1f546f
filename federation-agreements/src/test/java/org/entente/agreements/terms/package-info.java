@NullMarked
package org.entente.agreements.terms;

import org.jspecify.annotations.NullMarked;
