package org.entente.acceptance;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Brings one Entente up from nothing for all classes of a run, and down after the last. */
final class OneStack implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Up.class, key -> new Up(), Up.class);
    }

    /** Closed by JUnit when the run ends. */
    private static final class Up implements AutoCloseable {
        private final Entente entente = new Entente();

        Up() {
            entente.run("reset", "--yes");
            entente.done("up");
        }

        @Override
        public void close() {
            entente.done("down");
        }
    }
}
