/** Tests of what makes instances run. */
@org.jspecify.annotations.NullMarked
package org.entente.broker.provisioning;
