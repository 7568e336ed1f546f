@NullMarked
package org.entente.agreements.language;

import org.jspecify.annotations.NullMarked;
