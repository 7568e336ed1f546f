package org.entente.simulator.contract;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;

/** A Kubernetes client of its own for the tests, to see what is there without the adapter. */
record PlainKubernetes(Endpoint endpoint) {
    int count(String deployment) {
        List<String> names = call().get(namespaced("/apis/apps/v1", "deployments"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.metadata.name");
        return (int) names.stream().filter(deployment::equals).count();
    }

    /** What each of the instance's containers asks for and may have: {@code requests} and {@code limits}. */
    List<Map<String, Map<String, String>>> resources(InstanceId instance) {
        return call().queryParam("labelSelector", "entente.io/instance=" + instance)
                .get(namespaced("/api/v1", "pods"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.spec.containers.resources.flatten()");
    }

    /** Goes on at the cluster by itself; a namespace that is not there will do. */
    void deleteNamespace() {
        call().delete(endpoint.address() + "/api/v1/namespaces/" + namespace());
    }

    private String namespaced(String group, String kind) {
        return endpoint.address() + group + "/namespaces/" + namespace() + "/" + kind;
    }

    private String namespace() {
        return endpoint.account() + "-entente";
    }

    private RequestSpecification call() {
        return given().header("Authorization", "Bearer " + endpoint.secret());
    }
}
