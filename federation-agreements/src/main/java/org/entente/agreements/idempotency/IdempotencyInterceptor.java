package org.entente.agreements.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;

/**
 * Lets an {@link Idempotent} method happen once for a caller's key. It stands outside the method's own
 * {@code @Transactional}, which joins the transaction begun here.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {
    private final IdempotentCalls calls;

    IdempotencyInterceptor(IdempotentCalls calls) {
        this.calls = calls;
    }

    @AroundInvoke
    Object once(InvocationContext call) {
        String content = call.getMethod().toGenericString() + ' ' + calls.text(call.getParameters());
        return calls.once(content, () -> Boolean.TRUE, nothing -> (Response) call.proceed());
    }
}
