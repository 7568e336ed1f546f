/**
 * The small language that every module and both operators share: who, where, what is counted, when, and how much money.
 * Plain Java: no framework, no input or output.
 */
@NullMarked
package org.entente.agreements.language;

import org.jspecify.annotations.NullMarked;
