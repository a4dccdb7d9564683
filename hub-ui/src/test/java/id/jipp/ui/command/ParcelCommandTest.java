package id.jipp.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Share;
import id.jipp.core.material.UploadId;
import id.jipp.core.material.Uploads;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.When;
import id.jipp.ui.api.Caller;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs that never have a line, one running and one stopped: linked, filled and alike by files alone. */
class ParcelCommandTest {
    private static final HubId BALI = new HubId("bali");
    private static final HubId JATIM = new HubId("jatim");

    @TempDir
    Path disk;

    record Said(int code, List<String> lines) {}

    @Test
    void aRunningAndAStoppedHubAreLinkedAndAlikeByParcels() throws IOException {
        Path jatim = disk.resolve("lain/jatim");
        RunningHub.start("jatim", "Jawa Timur", "35", disk.resolve("lain")).close();
        try (RunningHub bali = RunningHub.start("bali", "Bali", "51", disk.resolve("bali"))) {
            Peers peers = bali.bean(Peers.class);
            String code = peers.invite(coordinator(BALI)).orThrow();
            try (StoppedHub stopped = StoppedHub.open(jatim, Map.of("JIPP_PEERS_PRIVATE", "true"))) {
                stopped.peers().take(code, PeerPolicy.OPEN, coordinator(JATIM)).orThrow();
            }
            assertThat(ofFolder(jatim, "export", "tanya.jipp", "--for", "bali").lines())
                    .containsExactly("This parcel only asks Bali to be linked. The rest follows once it is accepted"
                            + " there.");
            assertThat(ofUrl(bali, "import", "tanya.jipp").lines().getFirst()).startsWith("jatim asks to be linked.");
            peers.accept(JATIM, PeerPolicy.OPEN, coordinator(BALI)).orThrow();

            shareSlides(bali);

            assertThat(ofUrl(bali, "export", "jawab.jipp", "--for", "jatim", "--files", "all")
                            .code())
                    .isZero();
            Said answer = ofFolder(jatim, "import", "jawab.jipp");
            assertThat(answer.code()).isZero();
            assertThat(answer.lines().getFirst()).isEqualTo("Bali is now linked with our hub.");
            assertThat(answer.lines().get(1)).matches("From Bali: [0-9,]+ new entries, 0 were here already.");

            // The slides, and the document of Bali's own seminar.
            assertThat(answer.lines().get(2)).isEqualTo("2 new files are whole, 0 were here already.");

            ofFolder(jatim, "export", "balas.jipp", "--for", "bali");
            Said back = ofUrl(bali, "import", "balas.jipp");
            assertThat(back.lines()).singleElement().asString().startsWith("From jatim: ");
            Said again = ofUrl(bali, "import", "balas.jipp");
            assertThat(again.code()).isZero();
            assertThat(again.lines()).singleElement().asString().startsWith("Nothing changed:");
            assertThat(ofFolder(jatim, "import", "jawab.jipp").lines())
                    .singleElement()
                    .asString()
                    .startsWith("Nothing changed:");
            assertThat(publicDigestOf(jatim))
                    .isEqualTo("public digest "
                            + Caller.nobody(bali.url())
                                    .get("/api/v1/digest")
                                    .json()
                                    .path("publicDigest")
                                    .asString());

            assertThat(ofUrl(bali, "export", "susulan.jipp", "--for", "jatim").code())
                    .isZero();
            assertThat(Files.size(disk.resolve("susulan.jipp")))
                    .as("a parcel with nothing new")
                    .isLessThan(2_000)
                    .isLessThan(Files.size(disk.resolve("jawab.jipp")));
            whatIsRefusedIsSaid(bali, jatim);
        }
    }

    private static void shareSlides(RunningHub hub) throws IOException {
        Person coordinator = coordinator(BALI);
        Seminars seminars = hub.bean(Seminars.class);
        SeminarFields fields = new SeminarFields(
                "Arah Pembinaan", new When.InYear(2023), null, "Bali", "PANRB", "", "", List.of(), List.of());
        Seminar seminar = seminars.create(seminars.newId(), fields, coordinator).orThrow();
        byte[] slides = "isi paparan".getBytes(StandardCharsets.UTF_8);
        UploadId upload = hub.bean(Uploads.class)
                .take("paparan.txt", new ByteArrayInputStream(slides), coordinator)
                .orThrow()
                .id();
        hub.bean(Materials.class)
                .attach(
                        seminar.id(),
                        upload,
                        new MaterialFields("Paparan", MaterialKind.SLIDES, "CC BY 4.0", true, Share.NETWORK),
                        coordinator)
                .orThrow();
    }

    private void whatIsRefusedIsSaid(RunningHub bali, Path jatim) throws IOException {
        Path cut = disk.resolve("putus.jipp");
        byte[] whole = Files.readAllBytes(disk.resolve("jawab.jipp"));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 10));
        Files.writeString(disk.resolve("lain.txt"), "penting");

        Said broken = ofFolder(jatim, "import", "putus.jipp");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.lines().getFirst()).contains("could not be read to its end", "Copy it again");
        assertThat(ofUrl(bali, "import", "jawab.jipp"))
                .isEqualTo(new Said(1, List.of("Your own hub made this parcel.")));
        assertThat(ofUrl(bali, "export", "x.jipp", "--for", "maluku").lines().getFirst())
                .startsWith("The hub maluku is not known here.");
        assertThat(ofUrl(bali, "export", "lain.txt", "--for", "jatim").lines().getFirst())
                .startsWith("Another file, lain.txt, lies there already.");
        assertThat(disk.resolve("lain.txt")).hasContent("penting");
        assertThat(said("import", disk.resolve("tidak-ada").toString(), "--data", jatim.toString())
                        .code())
                .isEqualTo(2);
        assertThat(said("export", "x").lines().getFirst()).startsWith("parcel export FILE");
        assertThat(said("export", "x", "--data", "a", "--url", "http://b").code())
                .isEqualTo(2);
        assertThat(disk.resolve("x.jipp.part")).doesNotExist();
    }

    private Said ofFolder(Path folder, String verb, String file, String... more) throws IOException {
        return run(verb, file, "--data", folder.toString(), more);
    }

    private Said ofUrl(RunningHub hub, String verb, String file, String... more) throws IOException {
        return run(verb, file, "--url", hub.url(), more);
    }

    private Said run(String verb, String file, String where, String place, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(verb, disk.resolve(file).toString(), where, place));
        args.addAll(List.of(more));
        ParcelCommand.Arguments arguments = ParcelCommand.Arguments.of(args.toArray(String[]::new));
        assertThat(arguments).isNotNull();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), Texts.ofBundles(), Locale.ENGLISH);
        int code;
        try (ParcelCommand.Hub hub = where.equals("--data")
                ? ParcelsOfFolder.open(Path.of(place), terminal)
                : ParcelsOfRunningHub.at(URI.create(place), admin(), terminal)) {
            code = verb.equals("export")
                    ? hub.export(arguments.order(), arguments.files(), arguments.file())
                    : hub.take(arguments.file());
        }
        return new Said(code, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Said said(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = ParcelCommand.main(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static String publicDigestOf(Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyCommand.main(
                new String[] {"--data", folder.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("public digest"))
                .findFirst()
                .orElseThrow();
    }

    private static String admin() {
        String pair = "admin:" + RunningHub.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Person coordinator(HubId hub) {
        return new Person(new PersonId(hub, "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));
    }
}
