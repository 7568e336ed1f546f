package org.entente.commandline.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Installation.LabEntry;
import org.entente.commandline.connection.Installation.OperatorEntry;
import org.entente.commandline.connection.Installation.SimulatorEntry;
import org.entente.commandline.connection.Installation.UserEntry;
import org.entente.commandline.connection.Installation.Users;
import org.entente.commandline.http.Wire;

/** Alba and Boreal, fresh, with a trade between them. */
public final class FakePair implements AutoCloseable {
    /** The fingerprints of the keys that the two publish, computed apart from our code. The first is RFC 8037 A.3. */
    public static final Map<String, String> FINGERPRINTS = Map.of(
            "alba",
            "90FA-CAFE-A9B1-5566-9854-0F70-C011-7A22-EA37-BD5C-F3ED-3C47-093C-1707-282B-4B89",
            "boreal",
            "FD0A-B450-BD85-ABAE-7543-4163-77A4-EF9D-813E-7DA1-E23A-9465-3D54-1C63-FFAD-0380");

    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

    private final FakeOperator alba =
            new FakeOperator("alba", "Alba Edge", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", NOW);
    private final FakeOperator boreal =
            new FakeOperator("boreal", "Boreal Edge", "VCpo2LMLhn6iWku8MKvSLg2ZAoC-nlOyPVQaO3FxVeQ", NOW);
    private final FakeTrade trade;

    public FakePair() {
        alba.meets(boreal);
        boreal.meets(alba);
        trade = new FakeTrade(alba, boreal);
    }

    public FakeOperator alba() {
        return alba;
    }

    public FakeOperator boreal() {
        return boreal;
    }

    public FakeTrade trade() {
        return trade;
    }

    /** The installation as the launcher would describe it. */
    public Installation installation(Optional<LabEntry> lab) {
        return new Installation(
                List.of(
                        entry(alba, new Users(user("ada", "acme"), user("erik"), user("fina"))),
                        entry(boreal, new Users(user("bo", "borea"), user("eva"), user("finn")))),
                new SimulatorEntry(URI.create("http://127.0.0.1:1/simulator")),
                lab);
    }

    /** Writes the installation's file into a state folder. */
    public void describeIn(Path home) {
        try {
            Files.writeString(home.resolve("operators.json"), Wire.text(installation(Optional.empty())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        alba.close();
        boreal.close();
    }

    private static OperatorEntry entry(FakeOperator operator, Users users) {
        return new OperatorEntry(
                operator.id(), operator.name(), operator.server().url(), operator.realm(), users);
    }

    private static UserEntry user(String name) {
        return new UserEntry(name, name, Optional.empty());
    }

    private static UserEntry user(String name, String tenant) {
        return new UserEntry(name, name, Optional.of(tenant));
    }
}
