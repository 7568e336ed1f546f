package org.entente.agreements.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The stored answers. Every method runs in the caller's transaction. */
@ApplicationScoped
class Answers implements PanacheRepositoryBase<AnswerEntity, AnswerEntity.Key> {}
