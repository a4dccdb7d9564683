package id.jipp.core.material;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of files that are taken, each with the media type under which it is served. Nothing in it can run. */
enum FileType {
    PDF("application/pdf", MaterialKind.PAPER, true, "pdf"),
    PPTX(ooxml("presentationml.presentation"), MaterialKind.SLIDES, false, "pptx"),
    DOCX(ooxml("wordprocessingml.document"), MaterialKind.PAPER, false, "docx"),
    XLSX(ooxml("spreadsheetml.sheet"), MaterialKind.DATA, false, "xlsx"),
    ODP(odf("presentation"), MaterialKind.SLIDES, false, "odp"),
    ODT(odf("text"), MaterialKind.PAPER, false, "odt"),
    ODS(odf("spreadsheet"), MaterialKind.DATA, false, "ods"),
    PNG("image/png", MaterialKind.IMAGE, true, "png"),
    JPEG("image/jpeg", MaterialKind.IMAGE, true, "jpg", "jpeg"),
    WEBP("image/webp", MaterialKind.IMAGE, true, "webp"),
    MP4("video/mp4", MaterialKind.VIDEO, true, "mp4", "m4v"),
    WEBM("video/webm", MaterialKind.VIDEO, true, "webm"),
    MP3("audio/mpeg", MaterialKind.AUDIO, true, "mp3"),
    TEXT("text/plain", MaterialKind.PAPER, false, "txt"),
    CSV("text/csv", MaterialKind.DATA, false, "csv"),
    ZIP("application/zip", MaterialKind.OTHER, false, "zip");

    private final String mediaType;
    private final MaterialKind kind;
    private final boolean inline;
    private final List<String> extensions;

    FileType(String mediaType, MaterialKind kind, boolean inline, String... extensions) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.inline = inline;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** What it usually is to people. */
    MaterialKind kind() {
        return kind;
    }

    /** Whether a browser shows it by itself, without anything of it running in our pages. */
    boolean isShownInline() {
        return inline;
    }

    static Optional<FileType> ofName(FileName name) {
        String extension = name.extension();
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** {@code PDF, PPTX, …}: for a refusal. */
    static String all() {
        return Arrays.stream(values())
                .map(type -> type.extensions.getFirst().toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String ooxml(String part) {
        return "application/vnd.openxmlformats-officedocument." + part;
    }

    private static String odf(String part) {
        return "application/vnd.oasis.opendocument." + part;
    }
}
