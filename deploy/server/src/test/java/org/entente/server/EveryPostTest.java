package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreements.idempotency.Idempotent;
import org.junit.jupiter.api.Test;

/** No call that changes something can happen twice because its answer was lost. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
class EveryPostTest {
    /**
     * What has a way of its own: a document is known by its id, two ask {@code IdempotentCalls} themselves, since they call
     * a partner before they change anything, and trying a placement changes nothing.
     */
    private static final Set<String> OTHERWISE = Set.of(
            "PeeringResource.handIn", "PartnerResource.invite", "PartnerKeyResource.learn", "PlacementResource.place");

    @Inject
    BeanManager beans;

    @Test
    void takesAnIdempotencyKey() {
        List<Method> posts = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(resource -> resource.getName().startsWith("org.entente"))
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class))
                .toList();

        assertThat(posts).hasSizeGreaterThan(15);
        assertThat(posts)
                .allSatisfy(post -> assertThat(takesKey(post))
                        .as(name(post) + " takes an Idempotency-Key")
                        .isTrue());
    }

    private static boolean takesKey(Method post) {
        return post.isAnnotationPresent(Idempotent.class)
                || OTHERWISE.contains(name(post))
                || Arrays.stream(post.getParameters())
                        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                        .anyMatch(header -> header != null && header.value().equals("Idempotency-Key"));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
