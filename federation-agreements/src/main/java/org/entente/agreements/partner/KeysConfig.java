package org.entente.agreements.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where this operator's signing key is. */
@ConfigMapping(prefix = "entente.keys")
public interface KeysConfig {
    /** The PKCS#12 key store. */
    Path store();

    /** The key store's password. */
    String password();

    /** The signing key's name in the store. */
    @WithDefault("signing")
    String alias();
}
