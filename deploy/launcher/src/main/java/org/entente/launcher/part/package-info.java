/** The parts of a running Entente: PostgreSQL, Keycloak, the site simulator and the operator servers. */
@NullMarked
package org.entente.launcher.part;

import org.jspecify.annotations.NullMarked;
