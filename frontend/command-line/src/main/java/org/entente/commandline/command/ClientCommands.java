package org.entente.commandline.command;

import picocli.CommandLine;

/** All commands for users of an operator. */
public final class ClientCommands {
    private ClientCommands() {}

    /** Makes the commands subcommands of another one. The story is added by who can bring up what it needs. */
    public static void addTo(CommandLine parent, ClientContext context) {
        CommandLine sites = new CommandLine(new SitesCommand(context));
        sites.addSubcommand(new PushCommand(context));
        parent.addSubcommand(sites);
        parent.addSubcommand(new PlaceCommand(context));
        parent.addSubcommand(new QuoteCommand(context));
        parent.addSubcommand(new OrderCommand(context));
        parent.addSubcommand(new DeploymentsCommand(context));
        parent.addSubcommand(new DeploymentCommand(context));
        parent.addSubcommand(new EndCommand(context));
        parent.addSubcommand(new StatementsCommand(context));
        parent.addSubcommand(new InvoicesCommand(context));
        parent.addSubcommand(new PartnersCommand(context));
        parent.addSubcommand(new KeysCommand(context));
        parent.addSubcommand(new AgreementsCommand(context));
        parent.addSubcommand(new AgreementCommand(context));
        parent.addSubcommand(new VerifyCommand());
    }
}
