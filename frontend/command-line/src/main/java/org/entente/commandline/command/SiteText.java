package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import org.entente.commandline.operator.SitesClient.OwnSite;
import org.entente.commandline.operator.SitesClient.SightingPage;
import org.entente.commandline.operator.SitesClient.SiteSummary;
import org.entente.commandline.operator.SitesClient.SiteUsage;
import org.entente.commandline.operator.SitesClient.Sum;
import org.entente.commandline.operator.SitesClient.Sums;
import org.entente.commandline.table.TextTable;

/** What is known of own sites, in lines for people. */
final class SiteText {
    private SiteText() {}

    static List<String> lines(OwnSite site) {
        List<String> lines = new ArrayList<>();
        lines.add(site.site() + " (" + site.name() + ", " + site.country() + ") is " + site.state());
        lines.add(site.technology()
                        .map(known -> known
                                + site.release().map(release -> " " + release).orElse(""))
                        .orElse("What runs there is not known yet")
                + " at " + site.address());
        site.seenAt().ifPresent(seen -> lines.add("Last seen at " + seen));
        site.outOfReachSince().ifPresent(since -> lines.add("Out of reach since " + since));
        site.troubles().forEach(trouble -> lines.add(trouble.code() + ": " + trouble.sentence()));
        return lines;
    }

    static List<String> lines(SightingPage page) {
        List<String> lines = new ArrayList<>();
        page.items().forEach(sighting -> {
            lines.add(sighting.seenAt() + ": release " + sighting.release()
                    + (sighting.changes().isEmpty() ? ", seen for the first time" : ""));
            sighting.changes().forEach(change -> lines.add("  " + change));
        });
        return lines;
    }

    static List<String> lines(SiteSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.sites() + " sites: " + summary.states() + " " + summary.technologies());
        TextTable table = TextTable.of("", ">vCPU", ">memory GiB", ">disk GiB", ">GPU");
        row(table, "in all", summary.total());
        row(table, "free", summary.free());
        row(table, "in use", summary.used());
        table.row(
                "ours",
                summary.held().vcpu().toPlainString(),
                summary.held().memoryGib().toPlainString(),
                summary.held().diskGib().toPlainString(),
                String.valueOf(summary.held().gpus()));
        lines.addAll(table.lines());
        lines.add(
                "In parentheses: how many of the sites tell it. Ours: what instances hold by the operator's own books");
        return lines;
    }

    static List<String> lines(SiteUsage usage) {
        List<String> lines = new ArrayList<>();
        lines.add(usage.sites() + " sites from " + usage.from() + " to " + usage.to()
                + (usage.whole() ? "" : ", as far as it is recorded by now"));
        TextTable table = TextTable.of("meter", ">quantity");
        usage.meters().forEach(used -> table.row(used.meter(), used.quantity().toPlainString()));
        lines.addAll(table.lines());
        return lines;
    }

    private static void row(TextTable table, String title, Sums sums) {
        table.row(title, text(sums.vcpu()), text(sums.memoryGib()), text(sums.diskGib()), text(sums.gpus()));
    }

    private static String text(Sum sum) {
        return sum.amount()
                .map(amount -> amount.toPlainString() + " (" + sum.sites() + ")")
                .orElse("not told");
    }
}
