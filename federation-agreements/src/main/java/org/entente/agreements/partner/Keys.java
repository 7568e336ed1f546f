package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.Pkcs11Signer;
import org.entente.agreements.keys.Pkcs12Signer;

/** Opens this operator's own key. */
@ApplicationScoped
class Keys {
    @Produces
    @Singleton
    DocumentSigner signer(OperatorConfig operator, KeysConfig keys) {
        char[] password = keys.password().toCharArray();
        return switch (keys.kind()) {
            case PKCS12 ->
                Pkcs12Signer.open(
                        operator.operator(), needed(keys.store(), "entente.keys.store"), password, keys.alias());
            case PKCS11 ->
                Pkcs11Signer.open(
                        operator.operator(),
                        new Pkcs11Signer.Token(needed(keys.library(), "entente.keys.library"), keys.slot()),
                        password,
                        keys.alias());
        };
    }

    private static Path needed(Optional<Path> path, String setting) {
        return path.orElseThrow(() -> new IllegalStateException("The setting " + setting + " is missing"));
    }
}
