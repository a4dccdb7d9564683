package id.jipp.ui.command;

import id.jipp.core.log.HubId;
import id.jipp.sync.parcel.ParcelOrder;
import id.jipp.ui.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./jipp parcel export|import FILE}, of the stopped hub in {@code --data DIR} or the running one at
 * {@code --url URL}. Exit codes: 0 done, 1 refused, broken off or something left out, 2 could not be tried.
 */
public final class ParcelCommand {
    static final String USAGE = """
            parcel export FILE (--data DIR | --url URL) [--for HUB] [--everything] [--files none|N|all]
            parcel import FILE (--data DIR | --url URL)
              --data DIR    a stopped hub's data folder; without either, the one in JIPP_DATA
              --url URL     a running hub, as its admin: password in JIPP_PASSWORD, or a token in JIPP_TOKEN
              --for HUB     for that hub; without it for anybody, public entries only
              --everything  all that hub may have, not only what it is not known to hold
              --files N     files of at most N MB each; none without it""";

    private ParcelCommand() {}

    /** One place where parcels are made and taken in. */
    interface Hub extends AutoCloseable {
        int export(ParcelOrder order, String files, Path file) throws IOException;

        int take(Path file) throws IOException;

        @Override
        void close();
    }

    public static int main(String[] args, PrintStream out) {
        VerifyCommand.quiet();
        try {
            Arguments arguments = Arguments.of(args);
            if (arguments == null) {
                out.println(USAGE);
                return 2;
            }
            return run(arguments, out);
        } catch (IOException | RuntimeException failed) {
            out.println("Could not: " + failed.getMessage());
            return 2;
        }
    }

    private static int run(Arguments arguments, PrintStream out) throws IOException {
        if (!arguments.export() && !Files.isRegularFile(arguments.file())) {
            out.println("Could not: there is no file " + arguments.file());
            return 2;
        }
        Path data = arguments.data();
        if (data != null && !StoppedHub.isIn(data)) {
            out.println("Could not: " + data + " is not a hub's data folder (it has no log)");
            return 2;
        }
        Terminal terminal = new Terminal(out, Texts.ofBundles(), Locale.getDefault());
        try (Hub hub = data != null
                ? ParcelsOfFolder.open(data, terminal)
                : ParcelsOfRunningHub.at(java.util.Objects.requireNonNull(arguments.url()), terminal)) {
            return arguments.export()
                    ? hub.export(arguments.order(), arguments.files(), arguments.file())
                    : hub.take(arguments.file());
        }
    }

    /** @param files as they stand in {@code order}, in words */
    record Arguments(
            boolean export,
            Path file,
            @Nullable Path data,
            @Nullable URI url,
            ParcelOrder order,
            String files) {

        /** Null where they are not what {@link #USAGE} says. */
        static @Nullable Arguments of(String[] args) {
            if (args.length < 2 || !(args[0].equals("export") || args[0].equals("import"))) {
                return null;
            }
            boolean export = args[0].equals("export");
            Path data = null;
            URI url = null;
            HubId recipient = null;
            boolean everything = false;
            String files = "none";
            for (int i = 2; i < args.length; i++) {
                boolean hasValue = i + 1 < args.length;
                if (args[i].equals("--everything") && export) {
                    everything = true;
                } else if (!hasValue) {
                    return null;
                } else if (args[i].equals("--data")) {
                    data = Path.of(args[++i]);
                } else if (args[i].equals("--url")) {
                    url = URI.create(args[++i]);
                } else if (args[i].equals("--for") && export) {
                    recipient = new HubId(args[++i]);
                } else if (args[i].equals("--files") && export) {
                    files = args[++i];
                } else {
                    return null;
                }
            }
            if (data == null && url == null && System.getenv("JIPP_DATA") != null) {
                data = Path.of(System.getenv("JIPP_DATA"));
            }
            Optional<Long> bytes = ParcelOrder.fileBytesMax(files);
            return (data == null) == (url == null) || bytes.isEmpty()
                    ? null
                    : new Arguments(
                            export,
                            Path.of(args[1]),
                            data,
                            url,
                            new ParcelOrder(recipient, everything, bytes.get()),
                            files);
        }
    }
}
