package org.entente.broker.placement;

/** A wish with everything that is known of it at every site. */
record Judged(Wish wish, Survey survey, PriceColumn prices, Liking liking) {
    static Judged of(Wish wish, int together, SiteIndex sites, Policy policy) {
        Survey survey = Survey.of(sites, Demand.of(wish.workload(), together, sites));
        PriceColumn prices = PriceColumn.perMonth(survey);
        if (wish.at().isPresent()) {
            PolicyCheck.named(survey, policy);
        } else {
            PolicyCheck.chosen(survey, prices, policy);
        }
        return new Judged(wish, survey, prices, new Liking(survey, prices, policy));
    }

    long score(int site) {
        return liking.score(site);
    }

    long price(int site) {
        return prices.at(site);
    }
}
