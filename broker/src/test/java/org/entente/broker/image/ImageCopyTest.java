package org.entente.broker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Peers;
import org.entente.broker.PostgresResource;
import org.entente.broker.image.ImageSupply.Supply;
import org.entente.broker.site.FakeImages;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image that a machine needs at Paris comes from Lyon, or from the web: once, whole, and no longer than it is needed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImageCopyTest {
    private static final byte[] BYTES = bytes();
    private static final String SHA256 = sha256(BYTES);
    private static final InstanceId INSTANCE = new InstanceId("one");
    private static final ImageSource AT_LYON = new ImageSource.AtSite(Peers.ALBA, LYON, "router");

    @Inject
    Federation federation;

    @Inject
    ImageSupply supply;

    @Inject
    ImageCopies copies;

    @Inject
    Copying copying;

    @Inject
    ImageConfig config;

    @Inject
    MovableClock clock;

    private FakeImages paris = new FakeImages();
    private FakeImages lyon = new FakeImages();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS).fakeImages();
        lyon = federation.connect(LYON).fakeImages();
        lyon.holds("router", BYTES, SHA256);
    }

    @Test
    void imageThatTheSiteHasIsUsedAsItIs() {
        assertThat(asked(new ImageSource.Named("router")))
                .isEqualTo(new Supply.Ready(machine(new ImageSource.Named("router"))));
        assertThat(supply.of(INSTANCE, LYON, machine(AT_LYON)))
                .isEqualTo(new Supply.Ready(machine(new ImageSource.Named("router"))));
    }

    @Test
    void imageOfAnotherSiteIsCopiedOnceHoweverManyWait() throws Exception {
        Callable<Supply> asking =
                () -> supply.of(new InstanceId("i" + Thread.currentThread().threadId()), PARIS, machine(AT_LYON));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Supply>> all = new ArrayList<>();
            for (int number = 0; number < 32; number++) {
                all.add(asking);
            }
            for (Future<Supply> answer : threads.invokeAll(all)) {
                assertThat(answer.get()).isInstanceOf(Supply.Waiting.class);
            }
        }

        work();
        work();

        assertThat(asked(AT_LYON)).isEqualTo(new Supply.Ready(machine(new ImageSource.WithChecksum(SHA256))));
        assertThat(paris.broughtIn()).containsExactly(SHA256);
        assertThat(lyon.reads()).containsExactly(0L);
    }

    @Test
    void copyThatWasCutOffGoesOnFromWhatHadArrived() {
        lyon.cutsOffAfter(300_000);
        asked(AT_LYON);

        work();
        assertThat(asked(AT_LYON))
                .isInstanceOfSatisfying(
                        Supply.Waiting.class,
                        waiting -> assertThat(waiting.reason())
                                .contains("0.2 MiB of 0.9 MiB arrived")
                                .contains("connection reset"));
        for (int attempt = 0; attempt < 3; attempt++) {
            clock.forward(Duration.ofMinutes(10));
            work();
        }

        assertThat(asked(AT_LYON)).isInstanceOf(Supply.Ready.class);
        assertThat(lyon.reads()).containsExactly(0L, 300_000L, 600_000L, 900_000L);
        assertThat(paris.broughtIn()).containsExactly(SHA256);
    }

    @Test
    void corruptImageIsRefusedAndNothingOfItArrives() {
        lyon.holds("router", BYTES, SHA256.replace(SHA256.charAt(0), SHA256.charAt(0) == '0' ? '1' : '0'));
        asked(AT_LYON);

        work();

        assertThat(asked(AT_LYON))
                .isInstanceOfSatisfying(
                        Supply.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("BROKEN")
                                .contains("not the one that its checksum names"));
        assertThat(paris.count()).isZero();
    }

    @Test
    void imageThatNobodyHasIsRefusedWithTheReason() {
        ImageSource nowhere = new ImageSource.AtSite(Peers.ALBA, LYON, "nowhere");
        asked(nowhere);

        work();

        assertThat(asked(nowhere))
                .isInstanceOfSatisfying(
                        Supply.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("NOT_OFFERED")
                                .contains("has no image 'nowhere'"));
    }

    @Test
    void copyGoesWhenNobodyNeedsItForAWhile() {
        asked(AT_LYON);
        work();
        assertThat(paris.count()).isEqualTo(1);

        copies.sweep(clock.instant(), config.keptUnused());
        work();
        assertThat(paris.count()).isEqualTo(1);
        clock.forward(config.keptUnused().plusSeconds(1));
        copies.sweep(clock.instant(), config.keptUnused());
        work();

        assertThat(paris.count()).isZero();
        assertThat(copies.count()).isZero();
    }

    @Test
    void imageIsNotFetchedFromAnAddressInside() {
        for (String inside : List.of(
                "http://127.0.0.1/image",
                "http://[::1]/image",
                "http://10.1.2.3/image",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/image",
                "http://[fd00::1]/image",
                "http://0.0.0.0/image",
                "file:///etc/passwd")) {
            ImageSource source =
                    new ImageSource.AtAddress(URI.create(inside), sha256(inside.getBytes(StandardCharsets.UTF_8)));
            asked(source);

            work();

            assertThat(asked(source))
                    .as(inside)
                    .isInstanceOfSatisfying(
                            Supply.Refused.class,
                            refused -> assertThat(refused.reason()).containsAnyOf("leads inside", "fetched over HTTP"));
        }
        assertThat(paris.count()).isZero();
    }

    @Test
    void imageOfAnotherOperatorsSiteIsRefusedAtOnce() {
        assertThat(asked(new ImageSource.AtSite(Peers.BOREAL, Federation.OSLO, "router")))
                .isInstanceOfSatisfying(
                        Supply.Refused.class,
                        refused -> assertThat(refused.reason()).contains("another operator"));
    }

    private Supply asked(ImageSource source) {
        return supply.of(INSTANCE, PARIS, machine(source));
    }

    /** Returns when all that is due is done. */
    private void work() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new CopyJob(copies, copying, config, clock, threads).copyDue();
        }
    }

    private static Workload machine(ImageSource image) {
        return new Workload.VirtualMachine(
                new OrderedWorkload.VirtualMachine(
                        image, "m1.small", List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false),
                BigDecimal.ONE,
                BigDecimal.TWO,
                BigDecimal.TEN,
                0);
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[1_000_000];
        new SplittableRandom(7).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
