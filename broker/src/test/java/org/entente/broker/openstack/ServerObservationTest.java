package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.openstack.compute.domain.NovaServer;

final class ServerObservationTest {
    @Test
    void noServerIsAbsent() {
        assertThat(ServerObservation.of(List.of())).isEqualTo(new Observation.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "PAUSED", "SUSPENDED", "VERIFY_RESIZE", "RESCUE"})
    void serverOnItsWayRuns(String status) {
        assertThat(observed("\"status\": \"" + status + "\"")).isEqualTo(new Observation.Running(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUTOFF", "STOPPED", "SHELVED", "SHELVED_OFFLOADED"})
    void serverThatIsShutOffStandsStill(String status) {
        assertThat(observed("\"status\": \"" + status + "\"")).isEqualTo(new Observation.Stopped(Optional.empty()));
    }

    @Test
    void serverUnderWayIsBuildingOrEnding() {
        assertThat(observed("\"status\": \"BUILD\"")).isEqualTo(new Observation.Building());
        assertThat(observed("\"status\": \"ACTIVE\", \"OS-EXT-STS:task_state\": \"deleting\""))
                .isEqualTo(new Observation.Ending());
    }

    @Test
    void serverInErrorFailedWithItsFault() {
        assertThat(observed("\"status\": \"ERROR\", \"fault\": {\"code\": 500, \"message\": \"No valid host.\"}"))
                .isEqualTo(new Observation.Failed("No valid host."));
        assertThat(observed("\"status\": \"ERROR\""))
                .isEqualTo(new Observation.Failed("The site reports an error and gives no reason."));
    }

    @Test
    void serverThatIsKeptForALaterEndIsAbsent() {
        assertThat(observed("\"status\": \"SOFT_DELETED\", \"OS-EXT-STS:vm_state\": \"soft-delete\""))
                .isEqualTo(new Observation.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"UNKNOWN\"", "\"SOMETHING_NEW\"", "null"})
    void statusThatIsNotKnownIsNotInvented(String status) {
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() -> observed("\"status\": " + status))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.BROKEN));
    }

    @Test
    void floatingAddressIsPreferred() {
        assertThat(observed("""
            "status": "ACTIVE", "addresses": {"lab": [
              {"version": 4, "addr": "10.0.0.5", "OS-EXT-IPS:type": "fixed"},
              {"version": 4, "addr": "192.0.2.7", "OS-EXT-IPS:type": "floating"}]}\
            """)).isEqualTo(new Observation.Running(Optional.of("192.0.2.7")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad, NOT_OFFERED",
        "401, no, UNAUTHORIZED",
        "403, Policy does not allow it, UNAUTHORIZED",
        "403, Quota exceeded for cores, EXHAUSTED",
        "404, none, NOT_OFFERED",
        "409, conflict, NOT_OFFERED",
        "409, Quota exceeded for resources: ['port'], EXHAUSTED",
        "413, over limit, EXHAUSTED",
        "429, slow down, UNREACHABLE",
        "500, oops, UNREACHABLE",
        "503, later, UNREACHABLE",
        "418, teapot, BROKEN",
        "0, nothing, BROKEN"
    })
    void statusCodesHaveMeanings(int status, String words, Code code) {
        assertThat(Answer.code(status, words)).isEqualTo(code);
    }

    @Test
    void mebibytesBecomeGibibytesExactly() {
        assertThat(HostRoom.gib(512)).isEqualTo(new BigDecimal("0.5"));
        assertThat(HostRoom.gib(1)).isEqualTo(new BigDecimal("0.0009765625"));
        assertThat(HostRoom.gib(819_200)).isEqualTo(new BigDecimal("800"));
    }

    private static Observation observed(String members) {
        try {
            NovaServer server = ObjectMapperSingleton.getContext(NovaServer.class)
                    .readerFor(NovaServer.class)
                    .readValue("{\"server\": {\"id\": \"a\", \"name\": \"n\", " + members + "}}");
            return ServerObservation.of(List.of(server));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
