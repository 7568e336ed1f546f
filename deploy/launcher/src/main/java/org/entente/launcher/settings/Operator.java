package org.entente.launcher.settings;

/** The operators that {@code up} starts, with the people who may log in to each. */
public enum Operator {
    ALBA("alba", "Alba Edge", "FR", 1),
    BOREAL("boreal", "Boreal Edge", "NO", 2);

    private final String id;
    private final String title;
    private final String country;
    private final int portOffset;

    Operator(String id, String title, String country, int portOffset) {
        this.id = id;
        this.title = title;
        this.country = country;
        this.portOffset = portOffset;
    }

    /** The operator's identifier, which is also the name of its realm and of its database. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }

    public People people() {
        return switch (this) {
            case ALBA -> new People("ada", "acme", "erik", "fina");
            case BOREAL -> new People("bo", "borea", "eva", "finn");
        };
    }

    /** The other of the two. */
    public Operator partner() {
        return this == ALBA ? BOREAL : ALBA;
    }

    int portOffset() {
        return portOffset;
    }

    /**
     * One user for each role. Each one's password is its own name: these are development log-ins.
     *
     * @param tenant the tenant for which the DevOps user orders
     */
    public record People(String devops, String tenant, String engineer, String finance) {}
}
