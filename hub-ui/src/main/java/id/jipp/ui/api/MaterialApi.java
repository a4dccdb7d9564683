package id.jipp.ui.api;

import id.jipp.core.log.Hash;
import id.jipp.core.material.MaterialId;
import id.jipp.core.material.Materials;
import id.jipp.core.material.StoredFile;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files that materials are. What a browser is told of one is what this hub found in it, never what somebody said;
 * nothing in it runs in our pages.
 */
@RestController
@RequestMapping("/api/v1/materials")
@Tag(name = "materials")
class MaterialApi {
    /** Also where a page of ours shows it in a frame. */
    private static final String FRAMED =
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String CONTENT_POLICY = FRAMED + "; sandbox";

    private final Materials materials;
    private final CurrentPerson current;

    MaterialApi(Materials materials, CurrentPerson current) {
        this.materials = materials;
        this.current = current;
    }

    @GetMapping("/{sha256}")
    @Operation(
            operationId = "getMaterial",
            summary = "The bytes, whole or in ranges; not found alike for what is not here and what one may not have",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<Resource> get(
            @PathVariable String sha256,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange)
            throws IOException {
        StoredFile file =
                materials.file(hash(sha256), current.find().orElse(null)).orElseThrow(() -> Refusal.unknown("sha256"));
        String tag = "\"" + file.file() + "\"";
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("Content-Security-Policy", policy(file))
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(bytes(file, ifRange == null || ifRange.equals(tag)));
    }

    /**
     * A browser refuses to show a PDF in a sandbox. It is shown by the browser's own viewer, which is a page of its own that
     * sees nothing of ours, and whose scripts a document cannot reach beyond.
     */
    private static String policy(StoredFile file) {
        return file.type().equals(MediaType.APPLICATION_PDF_VALUE) ? FRAMED : CONTENT_POLICY;
    }

    /** A part of what somebody has in another form would not fit: then it is sent whole. */
    private static Resource bytes(StoredFile file, boolean inParts) throws IOException {
        FileSystemResource whole = new FileSystemResource(file.path());
        return inParts ? whole : new InputStreamResource(whole.getInputStream());
    }

    private static String disposition(StoredFile file) {
        ContentDisposition.Builder way = file.inline() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return way.filename(file.name(), StandardCharsets.UTF_8).build().toString();
    }

    @PostMapping(path = "/{sha256}/fetch", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "fetchMaterial", summary = "Asks for a file that its link leaves until somebody does")
    MaterialView fetch(@PathVariable String sha256) {
        return MaterialView.of(FileRefusal.orValue(materials.fetch(hash(sha256), current.require())));
    }

    private static Hash hash(String sha256) {
        return MaterialId.fileOf(sha256).orElseThrow(() -> Refusal.unknown("sha256"));
    }
}
