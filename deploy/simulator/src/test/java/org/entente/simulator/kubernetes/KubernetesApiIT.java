package org.entente.simulator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
final class KubernetesApiIT {
    private static final String SITE = "/kubernetes/api-kubernetes";
    private static final String DEPLOYMENTS = SITE + "/apis/apps/v1/namespaces/alba/deployments/";

    private final RunningSimulator simulator;

    KubernetesApiIT(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    @Test
    void versionNeedsNoTokenAndEverythingElseDoes() {
        simulator.call().get(SITE + "/version").then().statusCode(200).body("gitVersion", startsWith("v1."));

        simulator
                .call()
                .header("Authorization", "Bearer wrong")
                .get(SITE + "/api/v1/nodes")
                .then()
                .statusCode(401)
                .body("kind", equalTo("Status"))
                .body("reason", equalTo("Unauthorized"));
    }

    @Test
    void discoveryNamesTheGroupOfDeployments() {
        call().get(SITE + "/apis").then().statusCode(200).body("groups.name", hasItem("apps"));
        call().get(SITE + "/api").then().statusCode(200).body("versions", hasItem("v1"));
    }

    @Test
    void nodesComeInPagesWithoutGapOrRepeat() {
        int all = call().get(SITE + "/api/v1/nodes").path("items.size()");
        int seen = 0;
        String next = "0";
        while (next != null) {
            var page = call().queryParam("limit", 1)
                    .queryParam("continue", next)
                    .get(SITE + "/api/v1/nodes")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(1))
                    .body("items[0].metadata.name", equalTo("node" + (seen + 1)))
                    .extract();
            next = page.path("metadata.continue");
            seen++;
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void applyNeedsTheNamespaceAndAManager() {
        apply(
                        "/kubernetes/api-kubernetes/apis/apps/v1/namespaces/nowhere/deployments/",
                        "web",
                        deployment("web", "web"))
                .statusCode(404)
                .body("message", equalTo("namespaces \"nowhere\" not found"));
        call().contentType(Manifest.APPLY)
                .body(deployment("web", "web"))
                .patch(DEPLOYMENTS + "web")
                .then()
                .statusCode(400)
                .body("message", containsString("fieldManager is required"));
    }

    @Test
    void appliedDeploymentIsCreatedThenUnchanged() {
        namespace();
        apply(DEPLOYMENTS, "twice", deployment("twice", "twice")).statusCode(201);

        apply(DEPLOYMENTS, "twice", deployment("twice", "twice"))
                .statusCode(200)
                .body("metadata.generation", equalTo(1))
                .body("metadata.namespace", equalTo("alba"));
    }

    @Test
    void whatTheRealApiServerRefusesIsRefused() {
        namespace();

        apply(DEPLOYMENTS, "odd", deployment("odd", "other"))
                .statusCode(422)
                .body("message", containsString("`selector` does not match template `labels`"));
        apply(DEPLOYMENTS, "odd", deployment("even", "even")).statusCode(400);
        apply(DEPLOYMENTS, "odd", "not: json").statusCode(400);
        apply(SITE + "/api/v1/namespaces/", "Alba_", "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"Alba_\"}}")
                .statusCode(422);
    }

    @Test
    void deletedDeploymentIsShownAsGoing() {
        namespace();
        apply(DEPLOYMENTS, "going", deployment("going", "going")).statusCode(201);

        call().delete(DEPLOYMENTS + "going")
                .then()
                .statusCode(200)
                .body("metadata.finalizers", hasItem("foregroundDeletion"));
        call().delete(DEPLOYMENTS + "never-there")
                .then()
                .statusCode(404)
                .body("message", equalTo("deployments.apps \"never-there\" not found"));
    }

    private void namespace() {
        apply(SITE + "/api/v1/namespaces/", "alba", "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"alba\"}}")
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private ValidatableResponse apply(String collection, String name, String body) {
        return call().queryParam("fieldManager", "test")
                .contentType(Manifest.APPLY)
                .body(body)
                .patch(collection + name)
                .then();
    }

    private RequestSpecification call() {
        return simulator
                .call()
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs(Manifest.APPLY, ContentType.TEXT)))
                .header("Authorization", "Bearer simulator");
    }

    private static String deployment(String name, String label) {
        return """
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%1$s"},
                 "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "%1$s"}},
                  "template": {"metadata": {"labels": {"app": "%2$s"}},
                   "spec": {"containers": [{"name": "web", "image": "nginx:1.27"}]}}}}
                """.formatted(name, label);
    }
}
