package id.jipp.core.material;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.jipp.core.log.Hash;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a whole file is, and whether it may be kept or given to anybody. Its name says what it claims to be, its bytes
 * what it is; where the two differ it is refused. Thread-safe.
 */
final class FileJudge {
    /** Pictures carry their own small copies and colour tables before their size. */
    private static final int START_BYTES = 1 << 20;

    private static final int SNIFFED_BYTES = 64 * 1024;
    private static final int VERDICTS = 10_000;
    private static final String ANY_BYTES = "application/octet-stream";

    private final List<FileCheck> checks;
    private final LongSupplier nanos;
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Cache<Seen, Verdict> verdicts =
            Caffeine.newBuilder().maximumSize(VERDICTS).build();

    private record Seen(Hash file, String extension) {}

    /** @param active whether something in it acts by itself; such a file is only ever saved */
    private record Verdict(FileType type, Optional<Problem> problem, boolean active) {
        static Verdict fine(FileType type) {
            return new Verdict(type, Optional.empty(), false);
        }

        static Verdict of(FileType type, Optional<Problem> problem) {
            return new Verdict(type, problem, problem.isPresent());
        }

        static Verdict wrong(FileType type, Problem problem) {
            return of(type, Optional.of(problem));
        }

        boolean isHarm() {
            return problem.filter(found -> found.reason().equals("file-malicious"))
                    .isPresent();
        }
    }

    /** @param nanos this JVM's clock */
    FileJudge(List<FileCheck> checks, LongSupplier nanos) {
        this.checks = List.copyOf(checks);
        this.nanos = nanos;
    }

    /** By its name alone, before any of it is here: nobody shall send 2 GB to hear that they are not taken. */
    Outcome<FileType> byName(FileName name) {
        return FileType.ofName(name)
                .map(Outcome::done)
                .orElseGet(() -> new Outcome.Refused<>(Why.INVALID, List.of(FileProblems.typeNotTaken())));
    }

    /** What the whole file is, or why it may not be kept. */
    Outcome<FileType> judge(Path file, FileName name) {
        return byName(name).flatMap(type -> {
            Verdict verdict = verdict(file, type);
            return verdict.problem()
                    .map(problem -> (Outcome<FileType>) new Outcome.Refused<FileType>(Why.INVALID, List.of(problem)))
                    .orElseGet(() -> Outcome.done(type));
        });
    }

    /**
     * The file as it may be given to somebody. Of what another hub shares nothing is believed: what we would not have
     * kept is given as bytes to be saved, and what does harm not at all.
     */
    Optional<StoredFile> stored(Hash hash, Path file, long bytes, FileName name) {
        FileType type = FileType.ofName(name).orElse(FileType.ZIP);
        Verdict verdict = verdicts.get(new Seen(hash, name.extension()), seen -> verdict(file, type));
        if (verdict.isHarm()) {
            return Optional.empty();
        }
        boolean isIt = verdict.problem().isEmpty() && FileType.ofName(name).isPresent();
        return Optional.of(new StoredFile(
                hash,
                file,
                bytes,
                name.value(),
                isIt ? type.mediaType() : ANY_BYTES,
                isIt && type.isShownInline() && !verdict.active()));
    }

    private Verdict verdict(Path file, FileType type) {
        try {
            for (FileCheck check : checks) {
                Optional<String> harm = check.harmIn(file);
                if (harm.isPresent()) {
                    return Verdict.wrong(type, FileProblems.malicious(harm.get()));
                }
            }
            byte[] start = startOf(file);
            String found = sniff(start);
            if (!type.canBe(found)) {
                return Verdict.wrong(
                        type, isLocked(type, found) ? FileProblems.locked() : FileProblems.notItsName(type, found));
            }
            return within(file, type, start);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file cannot be looked at", unreadable);
        }
    }

    private Verdict within(Path file, FileType type, byte[] start) throws IOException {
        return switch (type) {
            case PDF -> pdf(file, start);
            case PPTX, DOCX, XLSX, ODP, ODT, ODS, ZIP -> Verdict.of(type, ofZip(file, type));
            case PNG, JPEG, WEBP -> Verdict.of(type, ofImage(type, start));
            case TEXT, CSV -> Verdict.of(type, ofText(type, start));
            case WEBM -> Verdict.of(type, contains(start, "webm") ? Optional.empty() : damaged(type));
            case MP4, MP3 -> Verdict.fine(type);
        };
    }

    /** The header must come first: what stands before it would be for another reader. */
    private Verdict pdf(Path file, byte[] start) {
        if (!new String(start, 0, Math.min(start.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            return Verdict.of(FileType.PDF, damaged(FileType.PDF));
        }
        PdfLook.Seen seen = PdfLook.at(file, nanos);
        return new Verdict(FileType.PDF, seen.problem(), seen.active());
    }

    private static Optional<Problem> ofZip(Path file, FileType type) throws IOException {
        ZipDirectory directory = ZipDirectory.read(file).orElse(null);
        if (directory == null) {
            return damaged(type);
        }
        if (directory.isBomb()) {
            return Optional.of(FileProblems.bomb());
        }
        return type == FileType.ZIP ? Optional.empty() : OfficeLook.at(file, type, directory);
    }

    private static Optional<Problem> ofImage(FileType type, byte[] start) {
        return ImageSize.of(type, start)
                .map(size ->
                        size.isBounded() ? Optional.<Problem>empty() : Optional.of(FileProblems.imageTooLarge(size)))
                .orElseGet(() -> damaged(type));
    }

    /** A text has no zeros, unless it says that it is one of UTF-16. */
    private static Optional<Problem> ofText(FileType type, byte[] start) {
        boolean isWide = start.length >= 2 && (start[0] == -1 && start[1] == -2 || start[0] == -2 && start[1] == -1);
        return isWide || !contains(start, "\0") ? Optional.empty() : damaged(type);
    }

    private static boolean contains(byte[] start, String word) {
        return new String(start, 0, Math.min(start.length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1).contains(word);
    }

    private static boolean isLocked(FileType type, String found) {
        return type.isOffice() && found.toLowerCase(Locale.ROOT).contains("msoffice");
    }

    private static Optional<Problem> damaged(FileType type) {
        return Optional.of(FileProblems.damaged(type));
    }

    private String sniff(byte[] start) throws IOException {
        byte[] sniffed = java.util.Arrays.copyOf(start, Math.min(start.length, SNIFFED_BYTES));
        try (TikaInputStream in = TikaInputStream.get(sniffed)) {
            return types.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static byte[] startOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(START_BYTES);
        }
    }
}
