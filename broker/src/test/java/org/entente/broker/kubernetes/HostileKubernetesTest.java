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
    private static final String NAMESPACE = new Mark("alba", INSTANCE).namespace();
    private static final String IN_NAMESPACE = "PATCH /api/v1/namespaces/" + NAMESPACE;
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/" + NAMESPACE + "/deployments/workload";
    private static final String RULES = "POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    private static final String ACCESS = "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
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
        takesEverythingButTheDeployment();
        canned.answers("PATCH " + DEPLOYMENT, 403, STATUS.formatted(403, "Forbidden", "user may not patch"));
        assertRefused(Code.UNAUTHORIZED, "user may not patch", () -> site.create(INSTANCE, group("nginx:1.27")));

        canned.answers(
                "PATCH " + DEPLOYMENT, 403, STATUS.formatted(403, "Forbidden", "x is forbidden: exceeded quota"));
        assertRefused(Code.EXHAUSTED, "exceeded quota", () -> site.create(INSTANCE, group("nginx:1.27")));
    }

    @Test
    void namespaceThatIsOnItsWayOutMayBeAskedAgain() {
        takesEverythingButTheDeployment();
        canned.answers(
                "PATCH " + DEPLOYMENT, 403, STATUS.formatted(403, "Forbidden", "because it is being terminated"));

        assertRefused(Code.UNREACHABLE, "being terminated", () -> site.create(INSTANCE, group("nginx:1.27")));
    }

    @Test
    void conflictIsTriedAgainAFewTimes() {
        takesEverythingButTheDeployment();
        canned.answers("PATCH " + DEPLOYMENT, 409, STATUS.formatted(409, "Conflict", "the object has been modified"));

        assertRefused(Code.UNREACHABLE, "has been modified", () -> site.create(INSTANCE, group("nginx:1.27")));

        assertThat(canned.count("PATCH " + DEPLOYMENT)).isEqualTo(3);
    }

    @Test
    void whoIsAskedTooOftenMayBeAskedAgain() {
        canned.answers("GET " + DEPLOYMENT, 429, STATUS.formatted(429, "TooManyRequests", "slow down"));

        assertRefused(Code.UNREACHABLE, "slow down", () -> site.observe(INSTANCE));
    }

    @Test
    void redirectIsNotFollowed() {
        canned.redirects("GET " + DEPLOYMENT, canned.address() + "/inside");
        canned.answers("GET /inside", 200, "{}");

        assertRefused(Code.BROKEN, "302", () -> site.observe(INSTANCE));

        assertThat(canned.count("GET /inside")).isZero();
    }

    @Test
    void answerWithoutAnEndIsBroken() {
        canned.neverEnds("GET " + DEPLOYMENT);

        assertRefused(Code.BROKEN, "without an end", () -> site.observe(INSTANCE));
    }

    @Test
    void amountThatCannotBeIsBroken() {
        canned.answers("GET /version", 200, "{\"major\": \"1\", \"minor\": \"20+\", \"gitVersion\": \"v1.20.2\"}");
        canned.answers("GET /apis", 200, "{\"kind\": \"APIGroupList\", \"groups\": []}");
        canned.answers("GET /api/v1/nodes", 200, """
                {"kind": "NodeList", "metadata": {}, "items": [{"metadata": {"name": "n"}, "spec": {},
                 "status": {"allocatable": {"cpu": "1e999999999", "memory": "1Gi"}}}]}""");

        assertRefused(Code.BROKEN, "The", site::probe);
    }

    private void takesEverythingButTheDeployment() {
        String object = "{\"kind\": \"%s\", \"apiVersion\": \"%s\", \"metadata\": {}}";
        canned.answers(IN_NAMESPACE, 200, object.formatted("Namespace", "v1"));
        canned.answers(IN_NAMESPACE + "/resourcequotas/entente", 200, object.formatted("ResourceQuota", "v1"));
        canned.answers(
                "PATCH /apis/networking.k8s.io/v1/namespaces/" + NAMESPACE + "/networkpolicies/entente",
                200,
                object.formatted("NetworkPolicy", "networking.k8s.io/v1"));
    }

    @Test
    void absentIsWhatTheClusterDoesNotKnow() {
        canned.answers("GET " + DEPLOYMENT, 404, STATUS.formatted(404, "NotFound", "not found"));

        assertThat(site.observe(INSTANCE)).isEqualTo(new Observation.Absent());
    }

    @Test
    void totalsAreAbsentWithoutPermissionToListNodes() {
        canned.answers("GET /version", 200, "{\"major\": \"1\", \"minor\": \"20+\", \"gitVersion\": \"v1.20.2\"}");
        canned.answers("GET /apis", 200, """
                {"kind": "APIGroupList", "groups": [
                  {"name": "kubevirt.io", "versions": [{"groupVersion": "kubevirt.io/v1", "version": "v1"},
                   {"groupVersion": "kubevirt.io/v1alpha3", "version": "v1alpha3"}]}]}""");
        String refusal = STATUS.formatted(403, "Forbidden", "may not list");
        canned.answers("GET /api/v1/nodes", 403, refusal);
        canned.answers("GET /apis/storage.k8s.io/v1/storageclasses", 403, refusal);
        canned.answers(RULES, 403, refusal);
        canned.answers(ACCESS, 201, """
                {"kind": "SelfSubjectAccessReview", "apiVersion": "authorization.k8s.io/v1",
                 "status": {"allowed": false}}""");

        SiteCapabilities capabilities = site.probe();

        assertThat(capabilities.virtualMachines()).isTrue();
        assertThat(capabilities.apis()).contains(new SiteCapabilities.ApiVersions("kubevirt.io", "v1alpha3", "v1"));
        assertThat(capabilities.missing())
                .extracting(SiteCapabilities.MissingPermission::action)
                .contains("list nodes", "list storageclasses.storage.k8s.io");
        assertThat(capabilities.storage().types()).isEmpty();

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
