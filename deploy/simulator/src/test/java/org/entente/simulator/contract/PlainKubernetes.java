package org.entente.simulator.contract;

import static io.restassured.RestAssured.given;

import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;

/** A Kubernetes client of its own for the tests, to see what is there without the adapter. */
record PlainKubernetes(Endpoint endpoint) {
    static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
    static final String STATEFUL_SETS = "/apis/apps/v1/statefulsets";
    static final String SERVICES = "/api/v1/services";
    static final String CLAIMS = "/api/v1/persistentvolumeclaims";
    static final String QUOTAS = "/api/v1/resourcequotas";
    static final String POLICIES = "/apis/networking.k8s.io/v1/networkpolicies";
    static final String NAMESPACES = "/api/v1/namespaces";
    private static final String PODS = "/api/v1/pods";

    /** How many Deployments and StatefulSets an instance has. */
    int count(InstanceId instance) {
        return of(instance, DEPLOYMENTS).getList("items").size()
                + of(instance, STATEFUL_SETS).getList("items").size();
    }

    /** The list of what carries the instance's mark. */
    JsonPath of(InstanceId instance, String collection) {
        return call().queryParam("labelSelector", "entente.io/instance=" + instance)
                .get(endpoint.address() + collection)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What each of the instance's containers asks for and may have: {@code requests} and {@code limits}. */
    List<Map<String, Map<String, String>>> resources(InstanceId instance) {
        return of(instance, PODS).get("items.spec.containers.resources.flatten()");
    }

    private RequestSpecification call() {
        RequestSpecification call = given().header("Authorization", "Bearer " + endpoint.secret());
        return endpoint.authority()
                .map(pem -> call.config(RestAssuredConfig.config()
                        .sslConfig(SSLConfig.sslConfig().trustStore(store(pem)))))
                .orElse(call);
    }

    private static KeyStore store(String pem) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "lab",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            return trusted;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("The lab's authority has no certificate", malformed);
        }
    }
}
