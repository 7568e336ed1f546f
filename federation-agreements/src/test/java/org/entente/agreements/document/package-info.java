@NullMarked
package org.entente.agreements.document;

import org.jspecify.annotations.NullMarked;
