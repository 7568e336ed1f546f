package org.entente.broker.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.broker.site.Sites;
import org.entente.broker.site.Workload;

/** Sees to it that the image of a machine is at its site before the machine is made there. */
@ApplicationScoped
public class ImageSupply {
    private static final BigDecimal BYTES_PER_MIB = BigDecimal.valueOf(1 << 20);

    private final ImageCopies copies;
    private final Sites sites;
    private final OperatorConfig self;
    private final InstantSource clock;

    ImageSupply(ImageCopies copies, Sites sites, OperatorConfig self, InstantSource clock) {
        this.copies = copies;
        this.sites = sites;
        this.self = self;
        this.clock = clock;
    }

    /** Whether a workload can be made at its site now, as far as its image goes. */
    public sealed interface Supply {
        /** It can, like this: the image is one that the site has. */
        record Ready(Workload workload) implements Supply {}

        /** Its image is on its way, which the reason tells of. */
        record Waiting(String reason) implements Supply {}

        /** Its image will not come, for this reason. */
        record Refused(String reason) implements Supply {}
    }

    /** Asks for the image if nobody did, and tells how far it is. */
    public Supply of(InstanceId instance, SiteId site, Workload workload) {
        if (!(workload instanceof Workload.VirtualMachine machine)) {
            return new Supply.Ready(workload);
        }
        return switch (machine.image()) {
            case ImageSource.Named there -> new Supply.Ready(workload);
            case ImageSource.WithChecksum there -> new Supply.Ready(workload);
            case ImageSource.AtSite there
            when there.site().equals(site) && isOurs(there) ->
                new Supply.Ready(from(machine, new ImageSource.Named(there.name())));
            case ImageSource.AtSite elsewhere -> atSite(instance, site, machine, elsewhere);
            case ImageSource.AtAddress address -> copied(instance, site, machine);
        };
    }

    private Supply atSite(
            InstanceId instance, SiteId site, Workload.VirtualMachine machine, ImageSource.AtSite elsewhere) {
        if (!isOurs(elsewhere)) {
            return new Supply.Refused("The image " + elsewhere.label() + " lives at another operator's site");
        }
        if (sites.known(elsewhere.site()).isEmpty()) {
            return new Supply.Refused("There is no site " + elsewhere.site() + " that the image could come from");
        }
        return copied(instance, site, machine);
    }

    private Supply copied(InstanceId instance, SiteId site, Workload.VirtualMachine machine) {
        ImageCopyEntity copy = copies.needed(instance, site, machine.image(), clock.instant());
        String label = machine.image().label();
        return switch (copy.state) {
            case READY -> new Supply.Ready(from(machine, new ImageSource.WithChecksum(String.valueOf(copy.sha256))));
            case FAILED -> new Supply.Refused("The image " + label + " could not be copied: " + copy.reason);
            case COPYING -> new Supply.Waiting("copies the image " + label + ": " + progress(copy));
            case REMOVING -> new Supply.Waiting("removes an old copy of the image " + label + " before the next");
        };
    }

    private boolean isOurs(ImageSource.AtSite elsewhere) {
        return elsewhere.operator().equals(self.operator());
    }

    static String progress(ImageCopyEntity copy) {
        String arrived = mebibytes(copy.arrivedBytes) + " MiB"
                + (copy.sizeBytes == null ? "" : " of " + mebibytes(copy.sizeBytes) + " MiB") + " arrived";
        return copy.reason == null ? arrived : arrived + "; " + copy.reason;
    }

    private static String mebibytes(long bytes) {
        return BigDecimal.valueOf(bytes)
                .divide(BYTES_PER_MIB, 1, RoundingMode.DOWN)
                .toPlainString();
    }

    private static Workload from(Workload.VirtualMachine machine, ImageSource image) {
        OrderedWorkload.VirtualMachine ordered = machine.ordered();
        return new Workload.VirtualMachine(
                new OrderedWorkload.VirtualMachine(
                        image,
                        ordered.flavour(),
                        ordered.networks(),
                        ordered.ports(),
                        ordered.volumes(),
                        ordered.userData(),
                        ordered.sshKey(),
                        ordered.publicAddress()),
                machine.vcpu(),
                machine.memoryGib(),
                machine.diskGib(),
                machine.gpus());
    }
}
