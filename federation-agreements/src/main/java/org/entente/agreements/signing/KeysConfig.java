package org.entente.agreements.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where this operator's signing key is: in a file, or in a hardware security module. */
@ConfigMapping(prefix = "entente.keys")
public interface KeysConfig {
    /** {@code PKCS12}, a key store in a file, or {@code PKCS11}, a token behind a library. */
    @WithDefault("PKCS12")
    Kind kind();

    /** The PKCS#12 key store. */
    Optional<Path> store();

    /** The PKCS#11 library of the security module. */
    Optional<Path> library();

    /** The index of the token's slot in the PKCS#11 library's list. */
    @WithDefault("0")
    @Min(0) int slot();

    /** The key store's password, or the token's PIN. */
    String password();

    /** The signing key's name in the store or on the token. */
    @WithDefault("signing")
    String alias();

    /** How long a key that is replaced still counts, where the engineer names no time. */
    @WithDefault("P7D")
    Duration overlap();

    /** What holds the key. */
    enum Kind {
        PKCS12,
        PKCS11
    }
}
