@NullMarked
package org.entente.agreements.keys;

import org.jspecify.annotations.NullMarked;
