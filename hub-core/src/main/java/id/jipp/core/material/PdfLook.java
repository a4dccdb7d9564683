package id.jipp.core.material;

import id.jipp.core.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** A look at a PDF file's frame: whether it opens without a password, has pages, and does something by itself. */
final class PdfLook {
    private static final long MEMORY_BYTES = 16L << 20;
    private static final long DISK_BYTES = 256L << 20;
    private static final long NANOS_MAX = 20_000_000_000L;

    private static final int SEARCH_BYTES = 1 << 20;
    private static final String PACKED = "ObjStm";
    private static final Problem DAMAGED = FileProblems.damaged(FileType.PDF);

    private PdfLook() {}

    /** @param active whether it does something when it is opened; such a file is only ever saved */
    record Seen(Optional<Problem> problem, boolean active) {
        static Seen wrong(Problem problem) {
            return new Seen(Optional.of(problem), true);
        }
    }

    /** @param nanos this JVM's clock: a file that takes longer than 20 s to look at is none we can show */
    static Seen at(Path path, LongSupplier nanos) {
        try {
            Seen strict = seen(path, nanos, false);
            return strict.problem().filter(DAMAGED::equals).isPresent() && !hasPackedObjects(path)
                    ? seen(path, nanos, true)
                    : strict;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file cannot be looked at", unreadable);
        }
    }

    /** @param lenient whether what is damaged is searched for; then packed objects are unpacked without being measured */
    private static Seen seen(Path path, LongSupplier nanos, boolean lenient) {
        MemoryUsageSetting bounds = MemoryUsageSetting.setupMixed(MEMORY_BYTES, DISK_BYTES);
        try (Timed bytes = new Timed(path, nanos);
                PDDocument document = new BoundedPdfParser(bytes, bounds.streamCache).parse(lenient)) {
            return document.getNumberOfPages() < 1
                    ? Seen.wrong(DAMAGED)
                    : new Seen(
                            Optional.empty(),
                            isActive(document.getDocumentCatalog().getCOSObject()));
        } catch (BoundedPdfParser.Encrypted locked) {
            return Seen.wrong(FileProblems.locked());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // the reader throws whatever a hostile file makes it stumble over
            return Seen.wrong(DAMAGED);
        }
    }

    /** Whether the word stands in it by which the reader searches for them. */
    private static boolean hasPackedObjects(Path path) throws IOException {
        byte[] buffer = new byte[SEARCH_BYTES];
        int kept = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer, kept, buffer.length - kept);
                    read >= 0;
                    read = in.read(buffer, kept, buffer.length - kept)) {
                int length = kept + read;
                if (new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(PACKED)) {
                    return true;
                }
                kept = Math.min(length, PACKED.length() - 1);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return false;
    }

    private static boolean isActive(COSDictionary catalog) {
        return isAction(catalog.getDictionaryObject(COSName.OPEN_ACTION))
                || catalog.containsKey(COSName.AA)
                || inNames(catalog, COSName.JAVA_SCRIPT)
                || catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
                        && form.containsKey(COSName.XFA);
    }

    /** Going to a page is none. */
    private static boolean isAction(@Nullable COSBase opened) {
        return opened instanceof COSDictionary action && !"GoTo".equals(action.getNameAsString(COSName.S));
    }

    private static boolean inNames(COSDictionary catalog, COSName what) {
        return catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names && names.containsKey(what);
    }

    /** The file, for as long as the look may take. */
    private static final class Timed extends RandomAccessReadBufferedFile {
        private final LongSupplier nanos;
        private final long until;

        Timed(Path path, LongSupplier nanos) throws IOException {
            super(path);
            this.nanos = nanos;
            this.until = nanos.getAsLong() + NANOS_MAX;
        }

        @Override
        public int read() throws IOException {
            checkTime();
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            checkTime();
            return super.read(target, offset, length);
        }

        private void checkTime() throws IOException {
            if (nanos.getAsLong() - until > 0) {
                throw new IOException("It takes too long to look at");
            }
        }
    }
}
