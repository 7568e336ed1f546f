package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;

/**
 * Many sites in columns, so that a wish is judged against all of them in one pass: what can be listed is kept by its different
 * values, amounts as whole numbers. Immutable; in the order of places, whatever order the sites came in.
 */
public final class SiteIndex {
    private final List<PricedCandidate> sites;
    private final List<Place> places;

    final Facet<Kind> kinds;
    final Facet<OperatorId> operators;
    final Facet<String> countries;
    final Facet<Area> areas;
    final Facet<List<Flavour>> flavours;
    final Facet<Images> images;
    final Facet<Optional<List<String>>> architectures;
    final Facet<Optional<List<Gpu>>> gpus;
    final Facet<Storage> storages;
    final Facet<Networking> networkings;
    final Facet<SitePrices> prices;
    final Facet<Optional<BigDecimal>> energies;
    final RoomColumns room;
    final PositionColumns positions;

    private SiteIndex(List<PricedCandidate> ordered) {
        sites = List.copyOf(ordered);
        places = sites.stream().map(PricedCandidate::place).toList();
        kinds = Facet.of(sites, site -> Kind.of(site.candidate().capabilities()));
        operators = Facet.of(places, Place::operator);
        countries = Facet.of(sites, site -> site.candidate().country());
        areas = Facet.of(
                sites,
                site -> new Area(site.place().operator(), site.candidate().country()));
        flavours = Facet.of(sites, site -> site.candidate().flavours());
        images = Facet.of(sites, site -> site.candidate().capabilities().images());
        architectures = Facet.of(sites, site -> site.candidate().capabilities().architectures());
        gpus = Facet.of(sites, site -> site.candidate().capabilities().gpus());
        storages = Facet.of(sites, site -> site.candidate().capabilities().storage());
        networkings = Facet.of(sites, site -> site.candidate().capabilities().networking());
        prices = Facet.of(sites, PricedCandidate::prices);
        energies = Facet.of(sites, site -> site.candidate().gramsCo2PerKwh());
        room = new RoomColumns(sites);
        positions = new PositionColumns(sites);
    }

    /** What decides whether a site runs machines or containers. */
    record Kind(Technology technology, boolean virtualMachines) {
        static Kind of(SiteCapabilities capabilities) {
            return new Kind(capabilities.technology(), capabilities.virtualMachines());
        }
    }

    /** Sites of one operator in one country are alike for every rule that is not about single sites. */
    record Area(OperatorId operator, String country) {}

    /** Sites in any order. */
    public static SiteIndex of(Collection<PricedCandidate> sites) {
        List<PricedCandidate> ordered = new ArrayList<>(sites);
        ordered.sort(Comparator.comparing(PricedCandidate::place));
        return new SiteIndex(ordered);
    }

    public int size() {
        return sites.size();
    }

    public Candidate candidate(int site) {
        return sites.get(site).candidate();
    }

    public SitePrices prices(int site) {
        return sites.get(site).prices();
    }

    public Place place(int site) {
        return places.get(site);
    }

    public OptionalInt find(Place place) {
        int found = Collections.binarySearch(places, place);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
