package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.Pkcs12Signer;

/** Opens this operator's own key. */
@ApplicationScoped
class Keys {
    @Produces
    @Singleton
    DocumentSigner signer(OperatorConfig operator, KeysConfig keys) {
        return Pkcs12Signer.open(
                operator.operator(), keys.store(), keys.password().toCharArray(), keys.alias());
    }
}
