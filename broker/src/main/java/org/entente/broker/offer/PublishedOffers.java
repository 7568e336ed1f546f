package org.entente.broker.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The offers that we sent. */
@ApplicationScoped
class PublishedOffers implements PanacheRepositoryBase<PublishedOfferEntity, String> {}
