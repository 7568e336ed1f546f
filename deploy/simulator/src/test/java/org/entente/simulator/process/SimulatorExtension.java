package org.entente.simulator.process;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one simulator of the whole run, which ends with the last of them. */
public final class SimulatorExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSimulator.class;
    }

    @Override
    public RunningSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SimulatorExtension.class))
                .computeIfAbsent(RunningSimulator.class, running -> RunningSimulator.start(), RunningSimulator.class);
    }
}
