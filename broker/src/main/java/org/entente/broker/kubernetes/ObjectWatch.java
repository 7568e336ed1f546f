package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.agreements.language.InstanceId;

/**
 * Tells that something changed at an instance's group, so that somebody looks. It is a hint and never the truth: what it
 * misses is seen by the next look that is due anyway. A watch that breaks off is begun again where it was; where the
 * cluster no longer knows what came after that (410), all is listed anew. A cluster that does not let us watch is not asked
 * again.
 */
final class ObjectWatch implements AutoCloseable {
    private static final Set<Integer> NOT_FOR_US = Set.of(401, 403, 404, 405);

    private final List<SharedIndexInformer<? extends HasMetadata>> informers;

    /** @param stirred is called by the client's threads and must return soon */
    ObjectWatch(KubernetesClient client, String account, Consumer<InstanceId> stirred) {
        String ours = Mark.selector(account);
        this.informers = List.of(
                begun(
                        client.apps()
                                .deployments()
                                .inAnyNamespace()
                                .withLabelSelector(ours)
                                .runnableInformer(0),
                        stirred),
                begun(
                        client.apps()
                                .statefulSets()
                                .inAnyNamespace()
                                .withLabelSelector(ours)
                                .runnableInformer(0),
                        stirred));
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> begun(
            SharedIndexInformer<T> informer, Consumer<InstanceId> stirred) {
        informer.addEventHandler(new Stirring<>(stirred));
        informer.exceptionHandler((begun, failure) -> !isRefused(failure));
        var unused = informer.start();
        return informer;
    }

    private static boolean isRefused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause ->
                        cause instanceof KubernetesClientException refusal && NOT_FOR_US.contains(refusal.getCode()));
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private record Stirring<T extends HasMetadata>(Consumer<InstanceId> stirred) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            tell(object);
        }

        @Override
        public void onUpdate(T before, T object) {
            tell(object);
        }

        @Override
        public void onDelete(T object, boolean stateUnknown) {
            tell(object);
        }

        private void tell(T object) {
            Mark.on(object).map(Mark::instance).ifPresent(stirred);
        }
    }
}
