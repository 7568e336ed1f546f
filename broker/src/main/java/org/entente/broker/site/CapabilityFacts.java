package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lasts of a site's capabilities, as plain facts that can be compared: everything but how much is free at the moment.
 * Pure.
 *
 * @param all by what each is about, in plain words
 */
record CapabilityFacts(Map<String, String> all) {
    CapabilityFacts {
        all = Map.copyOf(all);
    }

    /** One fact that is new, gone or another than before. */
    record Change(String what, Optional<String> before, Optional<String> after) {
        String sentence() {
            return before.map(old -> after.map(now -> what + " was " + old + ", is " + now)
                            .orElse(what + " is gone, was " + old))
                    .orElseGet(() -> what + " is new: " + after.orElse(""));
        }
    }

    static CapabilityFacts of(SiteCapabilities seen) {
        Facts facts = new Facts();
        facts.add("technology", seen.technology().name());
        facts.add("release", seen.release());
        facts.add("virtual machines", seen.virtualMachines() ? "yes" : "no");
        seen.apis().forEach(api -> facts.add("API " + api.name(), api.lowest() + " to " + api.highest()));
        seen.flavours().forEach(flavour -> facts.add("flavour " + flavour.name(), text(flavour)));
        facts.add("in all", seen.capacity().total());
        facts.add("quota", seen.capacity().quota());
        facts.add("architectures", seen.architectures());
        seen.gpus()
                .ifPresent(gpus -> gpus.forEach(
                        gpu -> facts.add("GPU " + gpu.vendor() + " " + gpu.model(), String.valueOf(gpu.count()))));
        facts.add("image formats", seen.images().formats());
        seen.images().there().forEach(image -> facts.add("image " + image.name(), text(image)));
        facts.add("volume types", seen.storage().types());
        seen.storage().preferred().ifPresent(type -> facts.add("volume type by itself", type));
        facts.add("networks", seen.networking().networks());
        seen.networking().publicAddresses().ifPresent(had -> facts.add("public addresses", had ? "yes" : "no"));
        facts.add("ingress classes", seen.networking().ingressClasses());
        seen.missing().forEach(missing -> facts.add("missing permission " + missing.action(), missing.sentence()));
        return new CapabilityFacts(facts.all);
    }

    /** What differs from before, in the order of what it is about. */
    List<Change> since(CapabilityFacts before) {
        TreeSet<String> names = new TreeSet<>(all.keySet());
        names.addAll(before.all.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(all.get(name), before.all.get(name)))
                .map(name ->
                        new Change(name, Optional.ofNullable(before.all.get(name)), Optional.ofNullable(all.get(name))))
                .toList();
    }

    private static String text(SiteCapabilities.Flavour flavour) {
        return plain(flavour.vcpu()) + " vCPU, " + plain(flavour.memoryGib()) + " GiB of memory, "
                + plain(flavour.diskGib()) + " GiB of disk"
                + (flavour.gpus() > 0 ? ", " + flavour.gpus() + " GPU" : "");
    }

    private static String text(SiteCapabilities.Image image) {
        List<String> parts = new ArrayList<>();
        image.format().ifPresent(parts::add);
        image.minimumDiskGib().ifPresent(disk -> parts.add("at least " + plain(disk) + " GiB of disk"));
        image.sha256().ifPresent(hash -> parts.add("sha256 " + hash));
        return parts.isEmpty() ? "there" : String.join(", ", parts);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static final class Facts {
        private final Map<String, String> all = new TreeMap<>();

        void add(String what, String value) {
            all.merge(what, value, (one, other) -> one.equals(other) ? one : one + " and " + other);
        }

        void add(String what, Optional<List<String>> values) {
            values.ifPresent(known -> add(
                    what,
                    known.isEmpty()
                            ? "none"
                            : String.join(", ", known.stream().sorted().toList())));
        }

        void add(String what, Amounts amounts) {
            amounts.vcpu().ifPresent(vcpu -> add("vCPU " + what, plain(vcpu)));
            amounts.memoryGib().ifPresent(memory -> add("GiB of memory " + what, plain(memory)));
            amounts.diskGib().ifPresent(disk -> add("GiB of disk " + what, plain(disk)));
            amounts.gpus().ifPresent(gpus -> add("GPU " + what, String.valueOf(gpus)));
        }
    }
}
