package id.jipp.core.material;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.jipp.core.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A look into an office document, which is a ZIP file of XML (ECMA-376, ISO/IEC 26300): whether it is what its name says,
 * carries a program, or grows far beyond itself when it is opened. Every entry is unpacked once, counted, and not kept.
 */
final class OfficeLook {
    private static final long UNPACKED_MAX = 512L << 20;
    private static final int KIND_BYTES_MAX = 1 << 20;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)(.*/)?vba(project|data)[^/]*\\.(bin|xml)|(?i)(basic|scripts)/.+|(?i).*/activex/.*\\.bin");

    private final Path path;
    private final FileType type;
    private final ZipDirectory directory;
    private long unpacked;

    private OfficeLook(Path path, FileType type, ZipDirectory directory) {
        this.path = path;
        this.type = type;
        this.directory = directory;
    }

    /** What is wrong with it; empty if nothing is. */
    static Optional<Problem> at(Path path, FileType type, ZipDirectory directory) throws IOException {
        try {
            return Optional.ofNullable(new OfficeLook(path, type, directory).problem());
        } catch (ZipException | XMLStreamException damaged) {
            return Optional.of(FileProblems.damaged(type));
        }
    }

    private @Nullable Problem problem() throws IOException, XMLStreamException {
        if (directory.entries().stream()
                .anyMatch(entry -> PROGRAM.matcher(entry.name()).matches())) {
            return FileProblems.macros();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            String kind = kind(file);
            if (kind.contains("macroEnabled")) {
                return FileProblems.macros();
            }
            if (!isOfItsType(kind)) {
                return FileProblems.notItsName(type, "application/zip");
            }
            for (ZipDirectory.Entry entry : directory.entries()) {
                Problem found = look(file, entry);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean isOfItsType(String kind) {
        return switch (type) {
            case PPTX -> kind.contains("presentationml.presentation.main+xml");
            case DOCX -> kind.contains("wordprocessingml.document.main+xml");
            case XLSX -> kind.contains("spreadsheetml.sheet.main+xml");
            default -> kind.strip().equals(type.mediaType());
        };
    }

    /** What the document says it is. */
    private String kind(RandomAccessFile file) throws IOException {
        ZipDirectory.Entry entry = directory
                .find("[Content_Types].xml")
                .or(() -> directory.find("mimetype"))
                .orElse(null);
        if (entry == null || !entry.isReadable() || entry.unpacked() > KIND_BYTES_MAX) {
            return "";
        }
        try (InputStream in = open(file, entry)) {
            return new String(in.readNBytes(KIND_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }

    private @Nullable Problem look(RandomAccessFile file, ZipDirectory.Entry entry)
            throws IOException, XMLStreamException {
        if (!entry.isReadable()) {
            return FileProblems.locked();
        }
        String name = entry.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            try (InputStream in = open(file, entry)) {
                if (definesEntities(in)) {
                    return FileProblems.bomb();
                }
            }
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = open(file, entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                if (unpacked > UNPACKED_MAX || directory.isTooDense(unpacked)) {
                    return FileProblems.bomb();
                }
            }
        }
        return null;
    }

    /** No office document needs a document type; a bomb of entities stands in one, before the first element. */
    private static boolean definesEntities(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return true;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private static InputStream open(RandomAccessFile file, ZipDirectory.Entry entry) throws IOException {
        long from = ZipDirectory.dataOf(file, entry)
                .orElseThrow(() -> new ZipException("An entry has no header of its own: " + entry.at()));
        InputStream packed = new Stretch(file, from, entry.packed());
        return entry.method() == 0 ? packed : new InflaterInputStream(packed, new Inflater(true), BUFFER_BYTES);
    }

    /** A stretch of a file. */
    private static final class Stretch extends InputStream {
        private final RandomAccessFile file;
        private long at;
        private long left;

        Stretch(RandomAccessFile file, long from, long bytes) {
            this.file = file;
            this.at = from;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            file.seek(at);
            int read = file.read(target, offset, (int) Math.min(length, left));
            if (read > 0) {
                at += read;
                left -= read;
            }
            return read;
        }
    }
}
