package id.jipp.ui.command;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.foundation.HubVerifier;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.DiskBlobs;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code ./jipp verify --data DIR} for a stopped hub's folder, {@code --url URL} for a running hub. Prints the digest of
 * each stream and {@code OK}, or what is wrong. Exit codes: 0 all right, 1 something is wrong, 2 could not be checked.
 */
public final class VerifyCommand {
    private VerifyCommand() {}

    public static int main(String[] args, PrintStream out) {
        if (args.length != 2 || !(args[0].equals("--data") || args[0].equals("--url"))) {
            out.println("verify takes --data DIR (a stopped hub) or --url URL (a running one)");
            return 2;
        }
        quiet();
        try {
            return args[0].equals("--data") ? ofFolder(Path.of(args[1]), out) : ofHub(URI.create(args[1]), out);
        } catch (IOException | RuntimeException notChecked) {
            out.println("Could not check: " + notChecked.getMessage());
            return 2;
        }
    }

    /** What the stores have to say is not the answer; what is wrong with them is. */
    static void quiet() {
        LoggingSystem logging = LoggingSystem.get(VerifyCommand.class.getClassLoader());
        logging.beforeInitialize();
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private static int ofHub(URI hub, PrintStream out) throws IOException {
        return RunningHubCheck.of(hub, RunningHubCheck.authorization(hub), out);
    }

    private static int ofFolder(Path folder, PrintStream out) throws IOException {
        if (!StoppedHub.isIn(folder)) {
            out.println("Could not check: " + folder + " is not a hub's data folder (it has no log)");
            return 2;
        }
        try (StoppedHub hub = StoppedHub.open(folder, System.getenv());
                Blobs files = DiskBlobs.open(folder.resolve("files"), DiskReserve.of(folder))) {
            return findings(new HubVerifier(
                                    hub.log(),
                                    hub.peers(),
                                    hub.store(),
                                    files,
                                    hub.identity().hub())
                            .verify())
                    .print(out);
        }
    }

    private static Findings findings(HubVerifier.Report report) {
        List<String> streams = report.digest().heads().stream()
                .map(head -> head.getKey() + " " + head.getValue().seq() + " "
                        + head.getValue().hash())
                .toList();
        return new Findings(
                report.isOk(),
                streams,
                report.digest().publicDigest().toString(),
                report.entries(),
                report.erased(),
                report.innovations(),
                report.files(),
                report.notes(),
                report.problems());
    }
}
