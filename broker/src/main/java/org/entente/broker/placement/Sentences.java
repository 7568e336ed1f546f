package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Verdict.Objection;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.Workload;

/** Says of one site why a wish does not fit there: every reason with what was asked and what is there. */
final class Sentences {
    private final Survey survey;
    private final int site;
    private final Candidate candidate;
    private final Demand demand;

    private Sentences(Survey survey, int site) {
        this.survey = survey;
        this.site = site;
        this.candidate = survey.sites().candidate(site);
        this.demand = survey.demand();
    }

    /** The objections of the site itself; what a policy rules out is said by {@link PolicySentences}. */
    static List<Objection> of(Survey survey, int site) {
        Sentences sentences = new Sentences(survey, site);
        return Reason.in(survey.found(site)).stream()
                .filter(reason -> !reason.isOfPolicy())
                .map(reason -> new Objection(reason, sentences.sentence(reason)))
                .toList();
    }

    private String sentence(Reason reason) {
        return switch (reason) {
            case TECHNOLOGY_DIFFERS -> technology();
            case FLAVOUR_NOT_OFFERED -> flavour();
            case IMAGE_NOT_OFFERED ->
                candidate.place() + " has no image '" + machine().image().label() + "'; it has "
                        + listed(candidate.images());
            case IMAGE_SOURCE_UNKNOWN ->
                "there is no image " + machine().image().label() + " to copy from there";
            case IMAGE_FORMAT_NOT_ACCEPTED ->
                "needs " + ImageCheck.format(demand).orElse("other") + " images; this site's Glance accepts "
                        + listed(candidate.capabilities().images().formats().orElse(List.of()));
            case IMAGE_NEEDS_MORE_DISK ->
                "the image needs a disk of " + text(minimumDisk()) + " GiB; "
                        + workload().flavourName().orElse("it") + " has "
                        + text(workload().diskGib());
            case ARCHITECTURE_NOT_OFFERED ->
                "needs " + demand.requirements().architecture().orElse("other") + " processors; this site has "
                        + listed(candidate.capabilities().architectures().orElse(List.of()));
            case GPU_NOT_OFFERED -> gpus();
            case VOLUME_TYPE_NOT_OFFERED -> volumes();
            case NETWORK_NOT_OFFERED -> networks();
            case PUBLIC_ADDRESS_NOT_OFFERED -> "needs a public address; this site has none to give";
            default -> room(reason);
        };
    }

    private String technology() {
        Technology needed =
                demand.wish() instanceof WorkloadWish.ContainerGroupWish ? Technology.KUBERNETES : Technology.OPENSTACK;
        return candidate.place() + " runs " + candidate.technology() + ", but this needs " + needed;
    }

    private String flavour() {
        String wanted = switch (machine().size()) {
            case Size.Flavour(String name) -> "'" + name + "'";
            case Size.AtLeast needs ->
                "with " + text(needs.vcpu()) + " vCPU, " + text(needs.memoryGib()) + " GiB of memory, "
                        + text(needs.diskGib()) + " GiB of disk and " + needs.gpus() + " GPU";
        };
        return candidate.place() + " has no flavour " + wanted + "; it has "
                + listed(candidate.flavours().stream().map(Flavour::name).toList());
    }

    private String gpus() {
        WorkloadWish.Requirements named = machine().requirements();
        String wanted = named.gpuVendor().map(vendor -> vendor + " ").orElse("")
                + named.gpuModel().map(model -> model + " ").orElse("") + "GPU";
        List<Gpu> there = candidate.capabilities().gpus().orElse(List.of());
        return "needs " + GpuCheck.wanted(machine()) + " " + wanted + "; this site has "
                + listed(there.stream()
                        .map(gpu -> gpu.count() + " " + gpu.vendor() + " " + gpu.model())
                        .toList());
    }

    private String volumes() {
        List<String> there = candidate.capabilities().storage().types().orElse(List.of());
        String wanted = demand.volumes().stream()
                .map(Volume::type)
                .flatMap(Optional::stream)
                .filter(type -> !there.contains(type))
                .distinct()
                .collect(Collectors.joining(" and "));
        String kind = candidate.technology() == Technology.KUBERNETES ? "storage class" : "volume type";
        return wanted.isEmpty()
                ? "needs volumes; this site has no " + kind
                : "needs " + kind + " " + wanted + "; this site has " + listed(there);
    }

    private String networks() {
        List<String> there = candidate.capabilities().networking().networks().orElse(List.of());
        List<String> missing = machine().networks().stream()
                .filter(network -> !there.contains(network))
                .toList();
        return "needs the network " + listed(missing) + "; this site has " + listed(there);
    }

    private String room(Reason reason) {
        int column = reason.column();
        Room room = Room.ofColumn(column);
        Resource resource = Resource.ofColumn(column);
        BigDecimal there =
                resource.of(room.of(candidate.capabilities().capacity())).orElse(BigDecimal.ZERO);
        BigDecimal needed = Scaled.amount(survey.need(site).byColumn()[column]);
        String who = switch (room) {
            case LARGEST -> "largest free node has ";
            case FREE -> "this site has free ";
            case TOTAL -> "this site has in all ";
            case QUOTA -> "the broker's account may hold there ";
        };
        return who + text(there) + " " + resource.unit() + "; this needs " + text(needed);
    }

    private BigDecimal minimumDisk() {
        return Scaled.amount(
                ImageCheck.minimumDisk(demand, candidate.capabilities().images()));
    }

    private Workload workload() {
        return survey.workload(site);
    }

    private WorkloadWish.VirtualMachineWish machine() {
        return (WorkloadWish.VirtualMachineWish) demand.wish();
    }

    static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** In words: {@code raw, vmdk and qcow2}, or {@code none}. */
    static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
