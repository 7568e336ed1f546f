/** What every HTTP resource shares: how the language stands in JSON, and how failures are told (RFC 9457). */
@NullMarked
package org.entente.agreements.http;

import org.jspecify.annotations.NullMarked;
