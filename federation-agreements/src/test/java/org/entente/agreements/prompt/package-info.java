@NullMarked
package org.entente.agreements.prompt;

import org.jspecify.annotations.NullMarked;
