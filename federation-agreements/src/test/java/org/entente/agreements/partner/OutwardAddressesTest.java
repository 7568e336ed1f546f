package org.entente.agreements.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody talks us into calling our own network. */
class OutwardAddressesTest {
    private final OutwardAddresses strict = new OutwardAddresses(false);
    private final OutwardAddresses development = new OutwardAddresses(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.8.8.8:8443/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.254/",
                "https://192.168.1.1/",
                "https://169.254.169.254/",
                "https://100.64.0.1/",
                "https://192.0.0.170/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.1.2.3]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[64:ff9b:1::8.8.8.8]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:c0a8:101::1]/",
                "https://[2001:0:1:2:3:4:5:6]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[fc00::1]/",
                "https://[fd12:3456:789a::1]/",
                "https://[ff02::1]/"
            })
    void anInwardAddressIsRefused(String address) {
        assertThat(strict.refusal(URI.create(address)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("inside a network"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/",
                "ftp://192.0.2.1/",
                "file:///etc/passwd",
                "https:///path",
                "https://user@192.0.2.1/",
                "https://192.0.2.1/#part",
                "mailto:eva@boreal.example",
                "/relative"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String address) {
        assertThat(strict.refusal(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/",
                "https://192.0.2.1:8443/entente",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2a00:1450:4001::1]/",
                "https://[64:ff9b::8.8.8.8]/",
                "https://[2002:808:808::1]/"
            })
    void anOutwardAddressIsCalled(String address) {
        assertThat(strict.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:7400/", "http://localhost/", "https://10.0.0.1/"})
    void inDevelopmentPartnersMayBeInward(String address) {
        assertThat(development.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1/", "http://user@127.0.0.1/", "/relative"})
    void evenInDevelopmentOnlyServersOfTheWebAreCalled(String address) {
        assertThat(development.refusal(URI.create(address))).isPresent();
    }
}
