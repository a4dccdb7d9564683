package id.jipp.ui.api;

import id.jipp.core.material.Manifest;
import id.jipp.core.material.Upload;
import id.jipp.core.material.UploadId;
import id.jipp.core.material.Uploads;
import id.jipp.core.person.Person;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Files in as many pieces as the line needs: tus 1.0.0 with its extensions creation, expiration and termination. */
@RestController
@RequestMapping("/api/v1/uploads")
@Tag(name = "uploads")
class UploadApi {
    static final String PIECE = "application/offset+octet-stream";

    private static final String VERSION = "1.0.0";
    private static final String TUS = "Tus-Resumable";
    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String METADATA = "Upload-Metadata";
    private static final int METADATA_CHARS_MAX = 8 << 10;

    private final Uploads uploads;
    private final CurrentPerson current;

    UploadApi(Uploads uploads, CurrentPerson current) {
        this.uploads = uploads;
        this.current = current;
    }

    @PostMapping
    @Operation(operationId = "beginUpload", summary = "Begins an upload; Upload-Metadata names the file")
    ResponseEntity<Void> begin(
            @RequestHeader(name = TUS, required = false) @Nullable String tus,
            @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = METADATA, required = false) @Nullable String metadata,
            HttpServletRequest request) {
        Person person = current.require();
        check(tus);
        UploadId id = uploads.idOf(CallKey.of(request));
        Upload begun = FileRefusal.orValue(
                uploads.begin(id, name(metadata == null ? "" : metadata), number(LENGTH, length), person));
        return answer(HttpStatus.CREATED, begun)
                .location(URI.create("/api/v1/uploads/" + id))
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    @Operation(operationId = "findUpload", summary = "Up to where an upload is here")
    ResponseEntity<Void> find(
            @PathVariable String id, @RequestHeader(name = TUS, required = false) @Nullable String tus) {
        Person person = current.require();
        check(tus);
        Upload upload = uploads.find(known(id), person).orElseThrow(() -> Refusal.unknown("id"));
        return answer(HttpStatus.OK, upload)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PatchMapping(path = "/{id}", consumes = PIECE)
    @Operation(
            operationId = "continueUpload",
            summary = "The bytes that follow at Upload-Offset; the answer says up to where everything is on disk",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = PIECE, schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<Void> write(
            @PathVariable String id,
            @RequestHeader(name = TUS, required = false) @Nullable String tus,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            HttpServletRequest request) {
        Person person = current.require();
        check(tus);
        return answer(HttpStatus.NO_CONTENT, written(known(id), number(OFFSET, offset), request, person))
                .build();
    }

    private Upload written(UploadId id, long offset, HttpServletRequest request, Person person) {
        try {
            return FileRefusal.orValue(uploads.write(id, offset, request.getInputStream(), person));
        } catch (IOException cut) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "", "upload-cut");
        }
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "discardUpload", summary = "Throws an upload away")
    ResponseEntity<Void> discard(
            @PathVariable String id, @RequestHeader(name = TUS, required = false) @Nullable String tus) {
        Person person = current.require();
        check(tus);
        FileRefusal.orValue(uploads.remove(known(id), person));
        return ResponseEntity.noContent().header(TUS, VERSION).build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header(TUS, VERSION)
                .header(OFFSET, String.valueOf(upload.offset()))
                .header(LENGTH, String.valueOf(upload.bytes()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.endsAt().atOffset(ZoneOffset.UTC)));
    }

    private static void check(@Nullable String tus) {
        if (!VERSION.equals(tus)) {
            throw Refusal.of(HttpStatus.PRECONDITION_FAILED, TUS, "tus-version", VERSION);
        }
    }

    private static UploadId known(String id) {
        return UploadId.parse(id).orElseThrow(() -> Refusal.unknown("id"));
    }

    private static long number(String header, @Nullable String value) {
        if (value == null || !value.matches("\\d{1,18}")) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, header, "out-of-range", 0, Manifest.FILE_BYTES_MAX);
        }
        return Long.parseLong(value);
    }

    /** The value of {@code filename}: pairs of a key and a value in base64, with commas between them. */
    private static String name(String metadata) {
        if (metadata.length() > METADATA_CHARS_MAX) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, METADATA, "too-long", METADATA_CHARS_MAX, metadata.length());
        }
        for (String pair : metadata.split(",", -1)) {
            String[] words = pair.strip().split(" ", 2);
            if (words[0].equals("filename") && words.length == 2) {
                return decoded(words[1].strip());
            }
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, METADATA, "upload-filename");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, METADATA, "upload-filename");
        }
    }
}
