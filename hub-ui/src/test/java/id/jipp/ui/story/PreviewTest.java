package id.jipp.ui.story;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.jipp.core.innovation.*;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.*;
import id.jipp.core.peer.*;
import id.jipp.core.person.*;
import id.jipp.sync.federation.*;
import id.jipp.ui.JippHub;
import java.io.*;
import java.net.URI;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.apache.commons.csv.*;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.*;

class PreviewTest {
    static final HubId BALI = new HubId("bali");
    static final Person KO = new Person(
            new PersonId(BALI, "koordinator"),
            "Koordinator",
            "Biro Organisasi",
            Set.of(id.jipp.core.person.Role.COORDINATOR));

    @Configuration
    static class Mocks {
        @Bean
        @Primary
        Federation previewFederation() {
            Federation f = mock(Federation.class);
            Instant now = Instant.now();
            List<PeerStatus> all = List.of(
                    new PeerStatus(
                            new HubId("jatim"), PeerStatus.State.CONNECTED, now, 0, 0, true, 1107, 12, 4, 0, null),
                    new PeerStatus(
                            new HubId("maluku"),
                            PeerStatus.State.UNREACHABLE,
                            now.minus(Duration.ofDays(3)),
                            14,
                            0,
                            null,
                            55,
                            0,
                            0,
                            0,
                            null),
                    new PeerStatus(new HubId("ntb"), PeerStatus.State.WAITING, null, 0, 0, null, 0, 0, 0, 0, null),
                    new PeerStatus(
                            new HubId("panrb"), PeerStatus.State.CONNECTED, now, 3, 41, false, 2340, 902, 17, 1, null));
            when(f.statuses()).thenReturn(all);
            when(f.status(any()))
                    .thenAnswer(i -> all.stream()
                            .filter(s -> s.hub().equals(i.getArgument(0)))
                            .findFirst());
            when(f.onChange(any())).thenReturn(() -> {});
            return f;
        }

        @Bean
        @Primary
        Imports previewImports(Innovations innovations) {
            Imports m = mock(Imports.class);
            when(m.run(any(), any(), any())).thenAnswer(i -> Outcome.done(take(innovations, i.getArgument(1), true)));
            when(m.preview(any(), any(), any()))
                    .thenAnswer(i -> Outcome.done(take(innovations, i.getArgument(1), false)));
            when(m.undoable(any()))
                    .thenReturn(List.of(new ImportReceipt(
                            "x1", "inovasi-bali-2023.xlsx", Instant.now().minusSeconds(3600), 42)));
            return m;
        }

        static ImportReport take(Innovations in, InputStream bytes, boolean real) throws Exception {
            List<ImportReport.Row> rows = new ArrayList<>();
            Map<String, String> cols = new LinkedHashMap<>();
            int added = 0;
            try (CSVParser p = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(bytes, "UTF-8"))) {
                Map<String, String> alias = Map.of(
                        "judul",
                        "title",
                        "title",
                        "title",
                        "agency",
                        "agency",
                        "instansi",
                        "agency",
                        "province",
                        "areaName",
                        "summary",
                        "summary",
                        "year",
                        "year");
                p.getHeaderNames().forEach(h -> cols.put(h, alias.getOrDefault(h.toLowerCase(), h)));
                int n = 1;
                for (CSVRecord r : p) {
                    n++;
                    String title = g(r, "title");
                    if (!real) {
                        rows.add(new ImportReport.Row(
                                n,
                                n % 7 == 0
                                        ? ImportReport.State.PROBLEM
                                        : n % 5 == 0 ? ImportReport.State.DUPLICATE : ImportReport.State.READY,
                                title,
                                n % 7 == 0
                                        ? List.of(
                                                Problem.of("year", "year-range", "1945", "2027", "20188"),
                                                Problem.of("areaName", "unknown-area", "Klungkng"))
                                        : List.of(),
                                null,
                                null));
                        continue;
                    }
                    if (n > 140) continue;
                    InnovationFields f = new InnovationFields(
                            title,
                            "",
                            g(r, "agency"),
                            g(r, "areaCode"),
                            g(r, "areaName"),
                            g(r, "year").isBlank() ? null : Integer.valueOf(g(r, "year")),
                            g(r, "award"),
                            g(r, "category"),
                            g(r, "summary"),
                            "",
                            "",
                            "",
                            "",
                            null,
                            "",
                            List.of(),
                            null,
                            n % 3 == 0 ? Phase.INSTITUTIONALISATION : n % 3 == 1 ? Phase.DEVELOPMENT : null,
                            g(r, "sourceUrl"),
                            Map.of());
                    if (in.saveDraft(null, f, null, KO) instanceof Outcome.Done<Innovation> d && n % 17 != 0) {
                        if (in.publish(d.value().id(), KO) instanceof Outcome.Done<Innovation> q) {
                            added++;
                            if (n % 13 == 0) in.retire(q.value().id(), "pergantian pimpinan, tanpa peraturan", KO);
                        }
                    }
                }
            }
            return new ImportReport(real ? "x" : null, cols, rows, added, 0);
        }

        static String g(CSVRecord r, String k) {
            return r.isMapped(k) ? r.get(k) : "";
        }
    }

    @Test
    void hold() throws Exception {
        Path folder = Path.of("/tmp/shell/demo");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("password"), "rahasia-uji-coba");
        var ctx = new SpringApplicationBuilder(JippHub.class, Mocks.class)
                .profiles("demo")
                .run(
                        "--jipp.hub.id=bali",
                        "--jipp.hub.name=Bali",
                        "--jipp.hub.area=51",
                        "--jipp.data=/tmp/shell/demo/bali",
                        "--server.port=8766",
                        "--jipp.public.url=http://localhost:8766",
                        "--jipp.demo.folder=/tmp/shell/demo",
                        "--jipp.demo.password.file=/tmp/shell/demo/password",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--spring.web.resources.cache.period=0",
                        "--spring.web.resources.static-locations=file:/work/wt/shell/hub-ui/src/main/resources/META-INF/resources/,classpath:/META-INF/resources/");
        Peers peers = ctx.getBean(Peers.class);
        byte[] key = new byte[32];
        int i = 1;
        for (String[] p : new String[][] {
            {"jatim", "Jawa Timur", "LINKED"},
            {"panrb", "PANRB", "LINKED"},
            {"maluku", "Maluku", "LINKED"},
            {"ntb", "Nusa Tenggara Barat", "ASKING"}
        }) {
            key = key.clone();
            key[0] = (byte) i++;
            try {
                peers.link(new Peer(
                        new HubId(p[0]),
                        p[1],
                        key,
                        URI.create("ws://localhost:1/hub/sync"),
                        PeerPolicy.OPEN,
                        Peer.State.valueOf(p[2]),
                        "gula pisang lautan sepeda"));
            } catch (Exception e) {
                System.out.println("link " + e);
            }
        }
        System.out.println("PREVIEW READY");
        Files.deleteIfExists(Path.of("/tmp/shell/stop"));
        while (!Files.exists(Path.of("/tmp/shell/stop"))) Thread.sleep(500);
        ctx.close();
    }
}
