package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From nothing to the bill, and in the browser: what one shows, the next looks at, so in this order. */
@Order(1)
@ExtendWith(OneStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeIT {
    private static final Entente ENTENTE = new Entente();

    @Test
    @Order(1)
    void aSecondUpHasNothingToDo() {
        assertThat(ENTENTE.done("up").output()).contains("nothing to do");
    }

    @Test
    @Order(2)
    void theStoryEndsWithOneBillThatBothOperatorsComputed() throws IOException {
        JsonNode story = ENTENTE.json("story");

        assertThat(story.path("equal").asBoolean()).isTrue();
        assertThat(story.at("/totals/alba").asText())
                .isEqualTo(story.at("/totals/boreal").asText());
        assertThat(sum(story, "boreal"))
                .isEqualByComparingTo(story.at("/totals/boreal").asText());
        assertThat(story.path("instances")).hasSize(3);
        story.path("files")
                .forEach(file -> assertThat(Path.of(story.path("folder").asText(), file.asText()))
                        .isNotEmptyFile());
        JsonNode verified = ENTENTE.json("verify", story.path("folder").asText());
        assertThat(verified.path("holds").asBoolean()).isTrue();
        assertThat(verified.path("documents").asInt()).isGreaterThan(6);
    }

    @Test
    @Order(3)
    void anyoneWithATerminalSeesTheDeployment() throws IOException {
        JsonNode deployments = ENTENTE.json("deployments");

        assertThat(deployments.toString()).contains("boreal-oslo", "ended");
    }

    @Test
    @Order(4)
    void thePortalShowsTheDeploymentAfterAKeycloakLogIn() {
        String chromium = System.getenv("CHROMIUM");
        if (chromium == null) {
            System.out.println("SKIPPED: the portal was not tried in a browser, as CHROMIUM is not set.");
            return;
        }
        Playwright.CreateOptions noDownload =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(noDownload);
                Browser browser = playwright.chromium().launch(chromium(chromium))) {
            Page page = browser.newPage();
            page.navigate("http://127.0.0.1:" + (Entente.PORT_BASE + 1) + "/");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                    .click();
            page.locator("#username").fill("ada");
            page.locator("#password").fill("ada");
            page.locator("#kc-login").click();

            Locator table = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Deployments"));
            table.waitFor();
            assertThat(table.innerText().toLowerCase(Locale.ROOT)).contains("ended");
            table.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Instances of ")))
                    .first()
                    .click();
            page.getByText("boreal-oslo").first().waitFor();
            page.getByText("boreal-tromso").first().waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(ENTENTE.home().resolve("portal.png")));
        }
    }

    @Test
    @Order(5)
    void theSameStoryRunsOnARealOpenStack() throws IOException {
        if (System.getenv("ENTENTE_LAB_OPENSTACK") == null) {
            System.out.println(
                    "SKIPPED: the story was not told on a real OpenStack, as ENTENTE_LAB_OPENSTACK is not set.");
            return;
        }
        ENTENTE.useLab();

        JsonNode story = ENTENTE.json("story", "--site", "lab");

        assertThat(story.path("equal").asBoolean()).isTrue();
        assertThat(story.at("/lab/statusWhileActive").asText()).isEqualTo("ACTIVE");
        assertThat(story.at("/lab/goneAfterRelease").asBoolean()).isTrue();
    }

    private static BigDecimal sum(JsonNode story, String operator) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode instance : story.path("instances")) {
            if (instance.path("operator").asText().equals(operator)) {
                sum = sum.add(new BigDecimal(instance.path("amount").asText()));
            }
        }
        return sum;
    }

    private static BrowserType.LaunchOptions chromium(String executable) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(executable))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }
}
