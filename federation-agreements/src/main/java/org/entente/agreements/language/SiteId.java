package org.entente.agreements.language;

/** One datacentre with one IaaS endpoint, unique within its operator. GSMA: availability zone; CAMARA: edge cloud zone. */
public record SiteId(String value) implements Comparable<SiteId> {
    public SiteId {
        Identifier.checked("A site's id", value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
