package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.Workload;
import org.entente.broker.technology.CannedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter makes of answers that no sound Kubernetes gives, or that say no. */
final class HostileKubernetesTest {
    private static final InstanceId INSTANCE = new InstanceId("one");
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/alba-entente/deployments/entente-one";
    private static final String STATUS = """
            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d, "reason": "%s", "message": "%s"}""";

    private final CannedSite canned = new CannedSite();
    private final Vertx vertx = Vertx.vertx();
    private final KubernetesSite site = new KubernetesSite(new Endpoint(canned.address(), "alba", "secret", ""), vertx);

    @AfterEach
    void close() {
        site.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        canned.close();
    }

    @Test
    void garbageIsBroken() {
        canned.answers("GET " + DEPLOYMENT, 200, "{\"kind\": ");

        assertRefused(Code.BROKEN, "not its API's JSON", () -> site.observe(INSTANCE));

        canned.answers("GET " + DEPLOYMENT, 200, "{\"kind\": \"Deployment\", \"apiVersion\": \"apps/v1\"}");
        assertRefused(Code.BROKEN, "without content", () -> site.observe(INSTANCE));
    }

    @Test
    void failingApiServerMayBeAskedAgainAndIsNotAskedByItself() {
        canned.answers("GET " + DEPLOYMENT, 500, STATUS.formatted(500, "InternalError", "etcd is away"));

        assertRefused(Code.UNREACHABLE, "etcd is away", () -> site.observe(INSTANCE));

        assertThat(canned.count("GET " + DEPLOYMENT)).isEqualTo(1);
    }

    @Test
    void forbiddenIsUnauthorizedAndQuotaIsExhausted() {
        canned.answers("PATCH " + DEPLOYMENT, 403, STATUS.formatted(403, "Forbidden", "user may not patch"));
        assertRefused(Code.UNAUTHORIZED, "user may not patch", () -> site.create(INSTANCE, group("nginx:1.27")));

        canned.answers(
                "PATCH " + DEPLOYMENT, 403, STATUS.formatted(403, "Forbidden", "x is forbidden: exceeded quota"));
        assertRefused(Code.EXHAUSTED, "exceeded quota", () -> site.create(INSTANCE, group("nginx:1.27")));
    }

    @Test
    void namespaceIsMadeOnlyWhenItIsMissing() {
        canned.answers("PATCH " + DEPLOYMENT, 404, STATUS.formatted(404, "NotFound", "no namespace"));
        canned.answers(
                "PATCH /api/v1/namespaces/alba-entente",
                403,
                STATUS.formatted(403, "Forbidden", "user may not create"));

        assertRefused(Code.UNAUTHORIZED, "user may not create", () -> site.create(INSTANCE, group("nginx:1.27")));

        canned.answers("PATCH " + DEPLOYMENT, 200, "{\"kind\": \"Deployment\", \"apiVersion\": \"apps/v1\"}");
        site.create(INSTANCE, group("nginx:1.27"));
        assertThat(canned.count("PATCH /api/v1/namespaces/alba-entente")).isEqualTo(1);
    }

    @Test
    void absentIsWhatTheClusterDoesNotKnow() {
        canned.answers("GET " + DEPLOYMENT, 404, STATUS.formatted(404, "NotFound", "not found"));

        assertThat(site.observe(INSTANCE)).isEqualTo(new Observation.Absent());
    }

    @Test
    void totalsAreAbsentWithoutPermissionToListNodes() {
        canned.answers("GET /version", 200, "{\"major\": \"1\", \"minor\": \"20+\", \"gitVersion\": \"v1.20.2\"}");
        canned.answers("GET /api/v1/nodes", 403, STATUS.formatted(403, "Forbidden", "may not list nodes"));

        SiteCapabilities capabilities = site.probe();

        assertThat(capabilities.release()).isEqualTo("v1.20.2");
        assertThat(capabilities.capacity().total().vcpu()).isEmpty();
        assertThat(capabilities.capacity().total().memoryGib()).isEmpty();
    }

    @Test
    void instanceWhoseIdIsNoLabelIsNotOffered() {
        InstanceId tooLong = new InstanceId("a".repeat(64));

        assertRefused(Code.NOT_OFFERED, "63 characters", () -> site.create(tooLong, group("nginx:1.27")));
    }

    private static Workload group(String image) {
        return new Workload.ContainerGroup(image, 1, BigDecimal.ONE, BigDecimal.ONE);
    }

    private static void assertRefused(Code code, String words, ThrowingCallable call) {
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(call)
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
    }
}
