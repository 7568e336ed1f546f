package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.Pkcs11Signer;
import org.entente.agreements.keys.Pkcs12Signer;
import org.entente.agreements.keys.SigningKeys;
import org.entente.agreements.signing.KeysConfig;

/** Opens this operator's own keys. */
@ApplicationScoped
class Keys {
    @Produces
    @Singleton
    DocumentSigner signer(SigningKeys store, KeysConfig keys) {
        return store.signer(keys.alias());
    }

    /** The store is opened when a key of it is asked for. */
    @Produces
    @Singleton
    SigningKeys store(OperatorConfig operator, KeysConfig keys) {
        char[] password = keys.password().toCharArray();
        return switch (keys.kind()) {
            case PKCS12 ->
                alias -> Pkcs12Signer.open(
                        operator.operator(), needed(keys.store(), "entente.keys.store"), password, alias);
            case PKCS11 ->
                alias -> Pkcs11Signer.open(
                        operator.operator(),
                        new Pkcs11Signer.Token(needed(keys.library(), "entente.keys.library"), keys.slot()),
                        password,
                        alias);
        };
    }

    private static Path needed(Optional<Path> path, String setting) {
        return path.orElseThrow(() -> new IllegalStateException("The setting " + setting + " is missing"));
    }
}
