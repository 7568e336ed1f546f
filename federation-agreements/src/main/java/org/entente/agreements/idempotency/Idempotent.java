package org.entente.agreements.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mutating call of the HTTP API that happens once for each {@code Idempotency-Key} of a caller. The method returns a
 * {@code Response}; it runs in a transaction, in which its answer is stored. The same key with the same content gets the
 * same answer again; with other content it is a conflict. A call that failed stored nothing and may be sent again.
 *
 * <p>Source of the header: IETF draft-ietf-httpapi-idempotency-key-header-07.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
