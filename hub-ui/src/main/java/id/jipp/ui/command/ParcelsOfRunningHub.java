package id.jipp.ui.command;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.sync.parcel.ParcelFile;
import id.jipp.sync.parcel.ParcelOrder;
import id.jipp.sync.parcel.ParcelProgress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parcels of a running hub, asked for as its admin. */
final class ParcelsOfRunningHub implements ParcelCommand.Hub {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int ANSWER_BYTES_MAX = 1 << 20;

    private final URI parcel;
    private final String authorization;
    private final Terminal terminal;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private ParcelsOfRunningHub(URI hub, String authorization, Terminal terminal) {
        this.parcel = URI.create(hub.toString().replaceFirst("/+$", "") + "/api/v1/parcel");
        this.authorization = authorization;
        this.terminal = terminal;
    }

    static ParcelsOfRunningHub at(URI hub, Terminal terminal) throws IOException {
        return new ParcelsOfRunningHub(hub, RunningHubCheck.authorization(hub), terminal);
    }

    /** @param authorization the header's value */
    static ParcelsOfRunningHub at(URI hub, String authorization, Terminal terminal) {
        return new ParcelsOfRunningHub(hub, authorization, terminal);
    }

    @Override
    public int export(ParcelOrder order, String files, Path file) throws IOException {
        if (!ParcelFile.mayWriteTo(file)) {
            terminal.refused((Outcome.Refused<?>)
                    Outcome.refused(Why.CONFLICT, "file", "parcel-in-the-way", file.getFileName()));
            return 1;
        }
        HubId recipient = order.recipient();
        URI asked = URI.create(parcel + "?everything=" + order.everything() + "&files=" + files
                + (recipient == null ? "" : "&for=" + recipient));
        HttpResponse<InputStream> answer =
                send(HttpRequest.newBuilder(asked).GET().build());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                return refused(answer.statusCode(), body);
            }
            Outcome<Long> written = ParcelFile.write(file, out -> Outcome.done(copy(body, out)));
            terminal.out()
                    .println(terminal.texts()
                            .getTranslation(
                                    "parcel.written", terminal.locale(), file.getFileName(), written.orThrow()));
            return 0;
        }
    }

    private long copy(InputStream from, OutputStream to) throws IOException {
        ParcelProgress progress = terminal.progress(0);
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            bytes += read;
            progress.at(bytes, 0);
        }
        return bytes;
    }

    @Override
    public int take(Path file) throws IOException {
        ParcelProgress progress = terminal.progress(Files.size(file));
        HttpResponse<InputStream> answer = send(HttpRequest.newBuilder(parcel)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> counted(file, progress)))
                .build());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                return refused(answer.statusCode(), body);
            }
            JsonNode taken = json.readTree(body.readNBytes(ANSWER_BYTES_MAX));
            taken.path("sentences").forEach(sentence -> terminal.out().println(sentence.asString("")));
            return taken.path("stopped").isNull() ? 0 : 1;
        }
    }

    private static InputStream counted(Path file, ParcelProgress progress) {
        try {
            return new FilterInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
                private long bytes;

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    bytes += Math.max(0, read);
                    progress.at(bytes, 0);
                    return read;
                }
            };
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            HttpRequest ours = HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Authorization", authorization)
                    .header("Accept-Language", terminal.locale().getLanguage())
                    .build();
            return client.send(ours, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private int refused(int status, InputStream body) throws IOException {
        String detail = "";
        try {
            detail = json.readTree(body.readNBytes(ANSWER_BYTES_MAX))
                    .path("detail")
                    .asString("");
        } catch (RuntimeException noProblem) {
            detail = "";
        }
        boolean unknown = status == 401 || status == 403 || detail.isEmpty();
        terminal.out()
                .println(
                        unknown
                                ? parcel.getHost() + " answered " + status
                                        + "; it takes an admin's password in JIPP_PASSWORD or a token in JIPP_TOKEN"
                                : detail);
        return unknown ? 2 : 1;
    }

    @Override
    public void close() {
        client.close();
    }
}
