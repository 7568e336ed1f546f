@NullMarked
package org.entente.broker;

import org.jspecify.annotations.NullMarked;
