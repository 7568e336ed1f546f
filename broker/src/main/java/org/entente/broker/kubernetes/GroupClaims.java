package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.agreements.document.OrderedWorkload;

/**
 * The claims of a group's volumes. Groups that are stable have their volumes each, by templates of which the cluster makes
 * {@code VOLUME-workload-NUMBER}; groups that are alike share them, which several can only where the storage class lets
 * several nodes write.
 */
final class GroupClaims {
    private static final Pattern OF_A_REPLICA = Pattern.compile(".*-" + Mark.WORKLOAD + "-([0-9]{1,9})");

    private GroupClaims() {}

    static List<PersistentVolumeClaim> shared(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        String access = ordered.replicas() > 1 ? "ReadWriteMany" : "ReadWriteOnce";
        return ordered.volumes().stream()
                .map(volume -> new PersistentVolumeClaimBuilder(claim(mark, volume, access))
                        .editMetadata()
                        .withNamespace(mark.namespace())
                        .endMetadata()
                        .build())
                .toList();
    }

    static List<PersistentVolumeClaim> templates(Mark mark, OrderedWorkload.ContainerGroup ordered) {
        return ordered.volumes().stream()
                .map(volume -> claim(mark, volume, "ReadWriteOnce"))
                .toList();
    }

    /** Whether a claim was made for a replica beyond the first so many. */
    static boolean isBeyond(PersistentVolumeClaim claim, int replicas) {
        Matcher name = OF_A_REPLICA.matcher(claim.getMetadata().getName());
        return name.matches() && Integer.parseInt(name.group(1)) >= replicas;
    }

    private static PersistentVolumeClaim claim(Mark mark, OrderedWorkload.Volume volume, String access) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(volume.name())
                .withLabels(mark.labels())
                .endMetadata()
                .withNewSpec()
                .withAccessModes(access)
                .withStorageClassName(volume.type().orElse(null))
                .withNewResources()
                .addToRequests("storage", Quantities.gib(volume.sizeGib()))
                .endResources()
                .endSpec()
                .build();
    }
}
