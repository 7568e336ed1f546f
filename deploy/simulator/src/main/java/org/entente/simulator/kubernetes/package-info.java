/**
 * The Kubernetes API of a simulated site: version, discovery, nodes, pods and classes, and server-side apply of namespaces
 * and what a broker makes in them, as far as a broker calls them. One field manager is assumed: what it applies last is what stands.
 */
@NullMarked
package org.entente.simulator.kubernetes;

import org.jspecify.annotations.NullMarked;
