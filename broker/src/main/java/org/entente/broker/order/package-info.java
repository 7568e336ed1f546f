/** Orders and their deployments: what a customer asked for, and how each instance of it stands. */
@NullMarked
package org.entente.broker.order;

import org.jspecify.annotations.NullMarked;
