package id.jipp.core.material;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> MP4S =
            Set.of("video/mp4", "application/mp4", "audio/mp4", "video/quicktime", "video/x-m4v", "video/3gpp");

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

    /** What people call it: {@code PDF}. */
    String label() {
        return extensions.getFirst().toUpperCase(Locale.ROOT);
    }

    boolean isOffice() {
        return switch (this) {
            case PPTX, DOCX, XLSX, ODP, ODT, ODS -> true;
            case PDF, PNG, JPEG, WEBP, MP4, WEBM, MP3, TEXT, CSV, ZIP -> false;
        };
    }

    /** Whether a file of this type may look like that at its start; what is within a ZIP file is looked at apart. */
    boolean canBe(String found) {
        return switch (this) {
            case PDF, PNG, JPEG, WEBP, MP3 -> found.equals(mediaType);
            case PPTX, DOCX, XLSX -> found.equals("application/zip") || found.equals("application/x-tika-ooxml");
            case ODP, ODT, ODS -> found.equals("application/zip") || found.equals(mediaType);
            case ZIP ->
                found.equals(mediaType) || found.equals("application/x-tika-ooxml") || found.contains("opendocument");
            case MP4 -> MP4S.contains(found);
            case WEBM -> found.equals("application/x-matroska") || found.equals(mediaType);
            case TEXT, CSV -> found.startsWith("text/") && !found.equals("text/html") || found.equals("message/rfc822");
        };
    }

    static Optional<FileType> ofName(FileName name) {
        String extension = name.extension();
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** {@code PDF, PPTX, …}: for a refusal. */
    static String all() {
        return Arrays.stream(values()).map(FileType::label).collect(Collectors.joining(", "));
    }

    private static String ooxml(String part) {
        return "application/vnd.openxmlformats-officedocument." + part;
    }

    private static String odf(String part) {
        return "application/vnd.oasis.opendocument." + part;
    }
}
