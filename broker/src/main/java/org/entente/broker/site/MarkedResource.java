package org.entente.broker.site;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/**
 * One thing at a site that carries our mark.
 *
 * @param kind the site's own word for it: {@code server}, {@code port}, {@code volume}, {@code Deployment}
 * @param id what the site knows it by
 * @param name what people read
 * @param instance the instance that it was made for, as its mark says
 * @param since when it was made, where the site tells
 */
public record MarkedResource(String kind, String id, String name, InstanceId instance, Optional<Instant> since) {}
