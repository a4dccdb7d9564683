package id.jipp.ui.api;

import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Upload;
import id.jipp.core.material.UploadId;
import id.jipp.core.material.Uploads;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what comes with a material: a form whose file goes to disk as it comes, or JSON that names an upload. A form is
 * read as a stream, because the container would first put all of it aside, whoever sends it.
 */
@Component
class AttachForm {
    private static final int HEADERS_BYTES_MAX = 8 << 10;
    private static final int VALUE_BYTES_MAX = 8 << 10;
    private static final int PARTS_MAX = 20;

    private final Uploads uploads;
    private final Materials materials;
    private final Seminars seminars;
    private final JsonMapper json;

    AttachForm(Uploads uploads, Materials materials, Seminars seminars, JsonMapper json) {
        this.uploads = uploads;
        this.materials = materials;
        this.seminars = seminars;
        this.json = json;
    }

    /** The form, for the API's document. */
    @Schema(name = "MaterialForm")
    record Described(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @Nullable String title,
            @Nullable String kind,
            @Nullable String licence,
            @Nullable Boolean consent,
            @Nullable String share) {}

    Material attach(SeminarId seminar, HttpServletRequest request, Person person) throws IOException {
        if (!seminars.mayChange(seminar, person)) {
            throw seminar.hub().equals(person.id().hub())
                    ? Refusal.of(HttpStatus.FORBIDDEN, "", "coordinator-only")
                    : Refusal.of(HttpStatus.FORBIDDEN, "", "other-hub", seminar.hub());
        }
        return BodyBound.isForm(request) ? ofForm(seminar, request, person) : ofUpload(seminar, request, person);
    }

    private Material ofUpload(SeminarId seminar, HttpServletRequest request, Person person) throws IOException {
        MaterialInput said = said(request.getInputStream());
        UploadId upload = UploadId.parse(said.upload() == null ? "" : said.upload())
                .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "upload", "required"));
        return FileRefusal.orValue(materials.attach(seminar, upload, said.ofNew(), person));
    }

    private MaterialInput said(InputStream body) {
        try {
            MaterialInput said = json.readValue(body, MaterialInput.class);
            if (said != null) {
                return said;
            }
        } catch (JacksonException unreadable) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "", "body-required");
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, "", "body-required");
    }

    private Material ofForm(SeminarId seminar, HttpServletRequest request, Person person) {
        MaterialInput said = MaterialInput.NOTHING;
        Upload upload = null;
        try {
            FileItemIterator parts = parts(request);
            for (int many = 0; parts.hasNext(); many++) {
                FileItemStream part = parts.next();
                if (many == PARTS_MAX) {
                    throw Refusal.of(HttpStatus.BAD_REQUEST, "file", "multipart");
                }
                if (!part.isFormField() && "file".equals(part.getFieldName()) && upload == null) {
                    upload = taken(part, person);
                } else if (part.isFormField()) {
                    said = said.with(String.valueOf(part.getFieldName()), value(part));
                }
            }
            if (upload == null) {
                throw Refusal.of(HttpStatus.BAD_REQUEST, "file", "required");
            }
            return FileRefusal.orValue(materials.attach(seminar, upload.id(), said.ofNew(), person));
        } catch (IOException broken) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "file", "multipart");
        } finally {
            discard(upload, person);
        }
    }

    private static FileItemIterator parts(HttpServletRequest request) throws IOException {
        FileUpload form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(HEADERS_BYTES_MAX);
        return form.getItemIterator(new ServletRequestContext(request));
    }

    private Upload taken(FileItemStream part, Person person) throws IOException {
        try (InputStream bytes = part.openStream()) {
            return FileRefusal.orValue(uploads.take(String.valueOf(part.getName()), bytes, person));
        }
    }

    private static String value(FileItemStream part) throws IOException {
        try (InputStream bytes = part.openStream()) {
            byte[] value = bytes.readNBytes(VALUE_BYTES_MAX + 1);
            if (value.length > VALUE_BYTES_MAX) {
                throw Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        String.valueOf(part.getFieldName()),
                        "too-long",
                        VALUE_BYTES_MAX,
                        value.length);
            }
            return new String(value, StandardCharsets.UTF_8).strip();
        }
    }

    /** Where it was attached, it is gone already; where it was refused, it is not to be waited for. */
    private void discard(@Nullable Upload upload, Person person) {
        if (upload != null) {
            uploads.remove(upload.id(), person);
        }
    }
}
