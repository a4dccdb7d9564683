package id.jipp.ui.bench;

import id.jipp.core.innovation.ImportReport;
import id.jipp.core.innovation.Imports;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.ui.JippHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub for measuring: the whole program, in this process or in one of its own, on a free port. */
final class BenchHub {
    private static final int ROWS_IN_A_FILE = 10_000;

    private BenchHub() {}

    static List<String> arguments(String id, Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Path password = folder.resolve("password");
        if (!Files.exists(password)) {
            Files.writeString(password, "ukur-" + id);
        }
        return List.of(
                "--jipp.hub.id=" + id,
                "--jipp.hub.name=" + id,
                "--jipp.hub.area=81",
                "--jipp.data=" + folder.resolve(id),
                "--server.port=" + port,
                "--jipp.public.url=http://localhost:" + port,
                "--jipp.demo.folder=" + folder,
                "--jipp.demo.password.file=" + password,
                "--spring.profiles.active=demo",
                "--logging.level.root=WARN");
    }

    static ConfigurableApplicationContext inThisProcess(String id, Path folder, int port) throws IOException {
        return new SpringApplicationBuilder(JippHub.class)
                .run(arguments(id, folder, port).toArray(String[]::new));
    }

    static Process inItsOwn(String id, Path folder, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1024m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                JippHub.class.getName()));
        command.addAll(arguments(id, folder, port));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(id + ".log").toFile())
                .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Publishes that many made-up innovations the way a coordinator does, by importing tables. */
    static void fill(Imports imports, HubId hub, int count, RandomGenerator random) throws IOException {
        Person by =
                new Person(new PersonId(hub, "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR, Role.STAFF));
        for (int from = 0; from < count; from += ROWS_IN_A_FILE) {
            int to = Math.min(count, from + ROWS_IN_A_FILE);
            ImportReport report = imports.run("ukur.csv", new ByteArrayInputStream(table(from, to, random)), by)
                    .orThrow();
            if (report.added() != to - from) {
                throw new IllegalStateException("Of " + (to - from) + " rows only " + report.added() + " were added");
            }
        }
    }

    private static byte[] table(int from, int to, RandomGenerator random) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            out.printRecord(
                    "title",
                    "agency",
                    "areaCode",
                    "year",
                    "award",
                    "category",
                    "summary",
                    "problem",
                    "solution",
                    "result",
                    "beneficiaries",
                    "costClass",
                    "sdg",
                    "digital",
                    "phase");
            for (int number = from; number < to; number++) {
                InnovationFields made = MadeUp.innovation(random, number);
                out.printRecord(
                        made.title(),
                        made.agency(),
                        made.areaCode(),
                        made.year(),
                        made.award(),
                        made.category(),
                        made.summary(),
                        made.problem(),
                        made.solution(),
                        made.result(),
                        made.beneficiaries(),
                        made.costClass() == null ? "" : made.costClass().code(),
                        made.sdg().getFirst(),
                        made.digital(),
                        made.phase() == null ? "" : made.phase().code());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
