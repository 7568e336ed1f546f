@NullMarked
package org.entente.agreements.work;

import org.jspecify.annotations.NullMarked;
