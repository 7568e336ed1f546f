package org.entente.broker.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One label of one site. */
@Entity
@Table(schema = "broker", name = "site_label")
@IdClass(SiteLabelEntity.Key.class)
class SiteLabelEntity {
    record Key(String site, String label) implements Serializable {}

    @Id
    String site;

    @Id
    String label;

    static SiteLabelEntity of(String site, String label) {
        SiteLabelEntity entity = new SiteLabelEntity();
        entity.site = site;
        entity.label = label;
        return entity;
    }
}
