package org.entente.broker.openstack;

import java.util.List;
import java.util.Map;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.propagation.PropagateOnStatus;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.openstack.image.v2.domain.GlanceImage;
import org.openstack4j.openstack.image.v2.internal.BaseImageServices;

/** The calls to Glance v2, bounded on the server's side. */
final class Glance extends BaseImageServices {
    private static final int IMAGES_MAX = 500;

    /** The images that can be used, newest first. */
    List<? extends Image> activeImages(Map<String, String> filters) {
        return get(GlanceImage.Images.class, "/images")
                .params(filters)
                .param("status", "active")
                .param("sort", "created_at:desc")
                .param("limit", IMAGES_MAX)
                .execute(ExecutionOptions.create(PropagateOnStatus.on(404)))
                .getList();
    }
}
