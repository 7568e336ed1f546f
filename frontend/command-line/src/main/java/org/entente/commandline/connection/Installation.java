package org.entente.commandline.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;
import org.entente.commandline.operator.Account;
import org.entente.commandline.operator.Operator;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.progress.CommandException;

/**
 * What {@code ./entente up} brought up, as it writes it to {@code operators.json} in its state folder.
 *
 * @param simulator the site simulator
 * @param lab a real OpenStack on this machine, once there is one
 */
public record Installation(List<OperatorEntry> operators, SimulatorEntry simulator, Optional<LabEntry> lab) {
    private static final String FILE = "operators.json";

    public Installation {
        operators = List.copyOf(operators);
    }

    /** One operator with one user of each role. */
    public record OperatorEntry(String id, String name, URI url, URI realm, Users users) {
        public Operator operator() {
            return new Operator(id, name, url, realm);
        }

        /** The operator's API in the eyes of its user of a role. */
        public OperatorApi api(Role role, HttpCalls http) {
            return new OperatorApi(http, operator(), users.of(role).account(), InstantSource.system());
        }
    }

    public record Users(UserEntry devops, UserEntry engineer, UserEntry finance) {
        /** The user of a role. */
        public UserEntry of(Role role) {
            return switch (role) {
                case DEVOPS -> devops;
                case ENGINEER -> engineer;
                case FINANCE -> finance;
            };
        }
    }

    /** One user. Only a DevOps user has a tenant. */
    public record UserEntry(String user, String password, Optional<String> tenant) {
        public Account account() {
            return new Account(user, password);
        }

        /** Without the password, so that no log can hold it. */
        @Override
        public String toString() {
            return "UserEntry[" + user + "]";
        }
    }

    /** Where the site simulator answers. */
    public record SimulatorEntry(URI url) {}

    /**
     * A real OpenStack.
     *
     * @param keystone its Keystone v3 URL
     * @param account {@code USER@PROJECT} in the domain {@code Default}
     */
    public record LabEntry(URI keystone, String account, String secret) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "LabEntry[" + keystone + ", " + account + "]";
        }
    }

    /** Reads the file in a state folder. */
    public static Installation read(Path home) {
        Path file = home.resolve(FILE);
        try {
            return Wire.JSON.readValue(Files.readString(file), Installation.class);
        } catch (NoSuchFileException absent) {
            throw new CommandException(
                    "There is no " + file + ", so nothing was brought up yet; start with ./entente up", absent);
        } catch (JsonProcessingException wrong) {
            throw new CommandException(
                    file + " is not what ./entente up writes: " + wrong.getOriginalMessage() + "; run ./entente up",
                    wrong);
        } catch (IOException broken) {
            throw new CommandException(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** The lab, which must be there. */
    public LabEntry requiredLab() {
        return lab.orElseThrow(() -> new CommandException(
                "There is no real OpenStack on this machine yet; bring one up with ./entente lab openstack"));
    }

    /** The operator of this id. */
    public OperatorEntry operator(String id) {
        return operators.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no operator called " + id + " here, only "
                        + operators.stream().map(OperatorEntry::id).collect(Collectors.joining(", "))));
    }
}
