package id.jipp.ui.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real Chromium for the stories: one page per person, with its own cookies. */
public final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** How long a story waits for what it expects; long, because a build machine may be busy. */
    private static final int WAIT_MILLIS = 30_000;

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(ARGUMENTS)));
    }

    /** A fresh person's window. */
    public Page open(int width, int height, boolean dark) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("id-ID")
                .setTimezoneId("Asia/Makassar")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(WAIT_MILLIS);
        return context.newPage();
    }

    /** A window of somebody who has signed in. */
    public Page signedIn(RunningHub hub, String account, int width, int height, boolean dark) {
        return signedIn(hub.url(), account, width, height, dark);
    }

    public Page signedIn(String url, String account, int width, int height, boolean dark) {
        Page page = open(width, height, dark);
        page.navigate(url + "/login");
        signIn(page, account);
        return page;
    }

    /** Fills the sign-in page that stands open. */
    public static void signIn(Page page, String account) {
        page.fill("input[name=akun]", account);
        page.fill("input[name=sandi]", RunningHub.PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector("main h1");
    }

    /** Presses the button of that name. */
    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** These persons leave. */
    static void close(Page... pages) {
        for (Page page : pages) {
            page.context().close();
        }
    }

    /** What axe finds serious or critical on the page as it stands, in a line each. */
    public static List<String> seriousFaults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Browser::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
