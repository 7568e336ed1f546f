package org.entente.agreements.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.Samples;
import org.entente.agreements.document.SignedDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real PKCS#11 token: SoftHSM 2, as Debian packages it, with a key that cannot leave it. */
class Pkcs11SignerTest {
    private static SoftHsm token = SoftHsm.absent();

    @BeforeAll
    static void makeAToken() throws IOException, InterruptedException {
        assumeTrue(SoftHsm.isInstalled(), "SKIPPED: SoftHSM 2 is not installed, so no PKCS#11 token was tried");
        token = SoftHsm.withKey("signing");
    }

    @AfterAll
    static void forgetTheToken() throws IOException {
        token.delete();
    }

    @Test
    void aTokensSignatureVerifies() {
        Pkcs11Signer signer = token.signer("signing");
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DocumentCodec.write(Samples.document(new Acknowledgement())));

        SignedDocument signed = new SignedDocument(payload, List.of(signer.sign(payload)));

        assertThat(signer.publishedKey().algorithm()).isEqualTo("ES256");
        assertThat(DocumentVerifier.verify(
                                signed, List.of(new KeyHistory(Samples.BOREAL, List.of(signer.publishedKey()))))
                        .signers())
                .containsExactly(Samples.BOREAL);
    }

    @Test
    void theSameTokenMayBeOpenedAgain() {
        assertThat(token.signer("signing").publishedKey().id())
                .isEqualTo(token.signer("signing").publishedKey().id());
    }

    @Test
    void thePrivateKeyIsNowhereInSight() {
        Pkcs11Signer signer = token.signer("signing");

        assertThat(signer.toString())
                .isEqualTo("Pkcs11Signer[boreal, " + signer.publishedKey().id() + "]");
        assertThat(signer.publishedKey().json()).doesNotContain("\"d\"");
    }

    @Test
    void aKeyThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> token.signer("other")).hasMessageContaining("has no signing key called other");
    }

    @Test
    void aLibraryThatIsNoneIsOneSentence() throws IOException {
        Path none = Files.createTempFile("no-library", ".so");

        assertThatThrownBy(() -> Pkcs11Signer.open(
                        Samples.BOREAL, new Pkcs11Signer.Token(none, 0), "1234".toCharArray(), "signing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The token in slot 0 of " + none + " cannot be used");
    }
}
