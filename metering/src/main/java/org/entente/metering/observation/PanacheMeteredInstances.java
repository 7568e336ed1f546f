package org.entente.metering.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

@ApplicationScoped
class PanacheMeteredInstances implements PanacheRepositoryBase<MeteredInstanceEntity, String> {

    Optional<MeteredInstance> find(InstanceId id) {
        return findByIdOptional(id.value()).map(MeteredInstanceEntity::facts);
    }

    List<MeteredInstance> find(Collection<InstanceId> ids) {
        return list(
                        "from MeteredInstanceEntity i join fetch i.amounts where i.instance in ?1",
                        ids.stream().map(InstanceId::value).toList())
                .stream()
                .map(MeteredInstanceEntity::facts)
                .toList();
    }

    /** Fails where another replica was first. */
    void insert(MeteredInstance instance) {
        persistAndFlush(MeteredInstanceEntity.of(instance));
    }
}
