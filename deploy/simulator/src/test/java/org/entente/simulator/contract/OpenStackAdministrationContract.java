package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.simulator.contract.SiteContract.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.FileDigest;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteAdministration.Ensured;
import org.entente.broker.site.SiteAdministration.WantedFlavour;
import org.entente.broker.site.SiteAdministration.WantedKey;
import org.entente.broker.site.SiteAdministration.WantedQuota;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteImages;
import org.entente.broker.site.SiteImages.NewImage;
import org.entente.broker.site.SiteImages.StoredImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of {@link SiteAdministration} at an OpenStack site. Whatever it makes there, it also ends. */
abstract class OpenStackAdministrationContract {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3uh5rFqs3rzfzYOcsqkgrzvKZ0oqxXlBKsmHlKKcNp";
    private static final String OTHER_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGM6H5wzWwXwMIhhWS7bYWzpPVQwYpQ0K2nGTmGgSgQ3 other";

    private final String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);

    abstract Endpoint endpoint();

    @AfterEach
    void endAllThatWasMade() {
        plain().removeFlavour(name);
        plain().removeKey(name);
    }

    @Test
    void flavourIsMadeOnceAndOneOfAnotherSizeIsLeftAsItIs() {
        WantedFlavour wanted = new WantedFlavour(name, 2, 1536, 10);

        assertThat(administration().ensureFlavour(wanted)).isEqualTo(new Ensured.Made());
        assertThat(administration().ensureFlavour(wanted)).isEqualTo(new Ensured.Unchanged());
        assertThat(administration().ensureFlavour(new WantedFlavour(name, 4, 1536, 10)))
                .isEqualTo(new Ensured.Differs(
                        "The site's flavour " + name + " has 2 vCPU, 1536 MiB of memory and 10 GiB of disk."));

        assertThat(new OpenStackSite(endpoint()).probe().flavours())
                .filteredOn(flavour -> flavour.name().equals(name))
                .hasSize(1);
    }

    @Test
    void keyIsMadeOnceWhateverItsCommentAndAnotherIsLeftAsItIs() {
        assertThat(administration().ensureKey(new WantedKey(name, KEY + " erik")))
                .isEqualTo(new Ensured.Made());
        assertThat(administration().ensureKey(new WantedKey(name, KEY))).isEqualTo(new Ensured.Unchanged());
        assertThat(administration().ensureKey(new WantedKey(name, OTHER_KEY))).isInstanceOf(Ensured.Differs.class);
    }

    @Test
    void quotaIsChangedToWhatIsWantedAndTellsWhatItWas() {
        int before = plain().instancesMax();
        try {
            WantedQuota wanted = instances(before < 0 ? 500 : before + 7);

            assertThat(administration().ensureQuota(wanted)).isEqualTo(new Ensured.Changed("instances " + before));
            assertThat(administration().ensureQuota(wanted)).isEqualTo(new Ensured.Unchanged());

            assertThat(plain().instancesMax()).isEqualTo(wanted.instances().orElseThrow());
        } finally {
            plain().limitInstances(before);
        }
    }

    @Test
    void imageThatWeBroughtGetsItsNameOnce(@TempDir Path folder) throws IOException {
        Path bytes = Files.write(folder.resolve("image"), ("image " + name).getBytes(StandardCharsets.UTF_8));
        String sha256 = FileDigest.of(bytes, "SHA-256");
        assertRefused(SiteException.Code.NOT_OFFERED, () -> administration().ensureImageName(name, sha256));
        SiteImages images = new OpenStackSite(endpoint()).images().orElseThrow();
        StoredImage brought = images.bringIn(new NewImage("entente-contract", "raw", sha256), bytes);
        try {
            assertThat(administration().ensureImageName(name, sha256)).isEqualTo(new Ensured.Made());
            assertThat(administration().ensureImageName(name, sha256)).isEqualTo(new Ensured.Unchanged());
            assertThat(administration().ensureImageName("cirros", sha256)).isInstanceOf(Ensured.Differs.class);

            assertThat(images.named(name)).map(StoredImage::id).hasValue(brought.id());
        } finally {
            plain().removeImage(brought.id());
        }
    }

    final SiteAdministration administration() {
        return new OpenStackSite(endpoint()).administration().orElseThrow();
    }

    static WantedQuota instances(int most) {
        return new WantedQuota(
                Optional.of(most),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    final PlainOpenStack plain() {
        return new PlainOpenStack(endpoint());
    }
}
