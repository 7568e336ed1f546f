package org.entente.broker.site;

/**
 * An account at an endpoint is not used any more. Fired inside the transaction that gives it up.
 *
 * @param endpoint without its secret
 */
record EndpointLeft(Endpoint endpoint) {}
