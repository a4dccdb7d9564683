package id.jipp.ui.story;

import static id.jipp.ui.story.Browser.close;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.room.Room;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** W1, X7: what people and other hubs write is text on every page, whatever it looks like. */
@ExtendWith(Stage.Play.class)
class HostileTextStoryTest {
    private static final int RECORDS = 6;
    private static final String HIT = "window.jippWasHit=1";

    private static final List<String> HOSTILE = List.of(
            "<script>" + HIT + "</script>",
            "<img src=x onerror=\"" + HIT + "\">",
            "\"><svg onload=" + HIT + ">",
            "'-" + HIT + "-'",
            "</title><script>" + HIT + "</script>",
            "</textarea><script>" + HIT + "</script>",
            "<a href=\"javascript:" + HIT + "\">klik</a>",
            "[klik](javascript:" + HIT + ")",
            "{{constructor.constructor('" + HIT + "')()}}",
            "${" + HIT + "}",
            "<iframe srcdoc=\"<script>parent." + HIT + "</script>\"></iframe>",
            "<details open ontoggle=" + HIT + ">",
            "<style>@import 'javascript:" + HIT + "';*{display:none}</style>",
            "javascript:" + HIT,
            "http://example.com/\"onmouseover=\"" + HIT,
            "\u202Egnp.otof\u202C",
            "Z\u0351\u036B\u0343\u0332\u033Aa\u0335\u0321\u0331\u0323l\u0306\u0357\u0348\u033Ag\u0335\u0363\u0324\u0316o\u0347",
            "tanpa\u200Bspasi\u200Dterlihat\uFEFF",
            "W".repeat(100));

    @Test
    void ofARecordOfAnotherHub(Stage stage) {
        List<Innovation> records = IntStream.range(0, RECORDS)
                .mapToObj(record -> published(stage, record))
                .toList();
        Page signedIn = stage.coordinator(stage.jatim());
        Page open = stage.browser().open(390, 844, true);
        for (Innovation record : records) {
            harmless(open, stage.jatim().url() + "/inovasi/" + record.id());
            harmless(signedIn, stage.jatim().url() + "/inovasi/" + record.id());
        }
        harmless(open, stage.jatim().url() + "/?q=&hub=bali");
        harmless(open, stage.jatim().url() + "/inovasi?q=" + "%3Cscript%3Ewindow.jippWasHit%3D1%3C%2Fscript%3E");
        harmless(signedIn, stage.jatim().url() + "/inovasi?q=" + "%3Cscript%3Ewindow.jippWasHit%3D1%3C%2Fscript%3E");
        harmless(signedIn, stage.jatim().url() + "/inovasi?hub=bali");
        harmless(signedIn, stage.jatim().url() + "/");
        close(signedIn, open);
    }

    @Test
    void ofAMessage(Stage stage) {
        Room room = stage.room("<img src=x onerror=" + HIT + ">");
        HOSTILE.forEach(text -> stage.say(room, text));
        Page page = stage.coordinator(stage.jatim());

        harmless(page, stage.jatim().url() + "/ruang");
        harmless(page, stage.jatim().url() + "/ruang/" + room.id());
        page.waitForFunction("n => document.querySelectorAll('.msg').length >= n", HOSTILE.size());

        assertThat(page.evaluate("window.jippWasHit")).isNull();
        assertThat(page.locator(".msg a:not(.time)").evaluateAll("links => links.map(link => link.protocol)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .allMatch(protocol -> protocol.equals("http:") || protocol.equals("https:"));
        close(page);
    }

    /** A record whose fields take the texts in turn, each record from another one on. */
    private static Innovation published(Stage stage, int record) {
        Innovations bali = stage.bali().bean(Innovations.class);
        AtomicInteger next = new AtomicInteger(record * HOSTILE.size() / RECORDS);
        Supplier<String> text = () -> HOSTILE.get(next.getAndIncrement() % HOSTILE.size());
        InnovationFields fields = new InnovationFields(
                "Uji " + text.get(),
                text.get(),
                "Kantor " + text.get(),
                "51",
                "Bali",
                2020,
                text.get(),
                text.get(),
                text.get(),
                text.get(),
                text.get(),
                text.get(),
                text.get(),
                null,
                text.get(),
                List.of(),
                null,
                null,
                "https://example.com/?record=" + record,
                Map.of("catatan", text.get()));
        Innovation draft = bali.saveDraft(null, fields, null, Stage.COORDINATOR).orThrow();
        return bali.publish(draft.id(), Stage.COORDINATOR).orThrow();
    }

    private static void harmless(Page page, String address) {
        page.navigate(address);
        page.waitForSelector("h1");
        assertThat(page.evaluate("window.jippWasHit")).as(address).isNull();
        assertThat(page.locator("a[href^='javascript' i]").count()).as(address).isZero();
        assertThat((Boolean) page.evaluate(
                        "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1"))
                .as("scrolls sideways: %s", address)
                .isFalse();
    }
}
