package id.jipp.core.material;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Reads a PDF file's frame. The reader unpacks into memory the streams in which the frame itself lies, however large they
 * become; so each is measured before it does. Encrypted ones cannot be measured, and are refused.
 */
final class BoundedPdfParser extends PDFParser {
    private static final long UNPACKED_MAX = 64L << 20;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** It cannot be read, or not by everybody. */
    static final class Encrypted extends IOException {
        private static final long serialVersionUID = 1;

        Encrypted() {
            super("It is encrypted");
        }
    }

    BoundedPdfParser(RandomAccessRead bytes, StreamCacheCreateFunction cache) throws IOException {
        super(bytes, "", null, null, cache);
    }

    @Override
    protected void prepareDecryption() throws IOException {
        if (document.isEncrypted()) {
            throw new Encrypted();
        }
        super.prepareDecryption();
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary said) throws IOException {
        COSStream stream = super.parseCOSStream(said);
        boolean holdsObjects = stream.containsKey(COSName.N) && stream.containsKey(COSName.FIRST);
        if (holdsObjects || stream.containsKey(COSName.W)) {
            measure(stream);
        }
        return stream;
    }

    private static void measure(COSStream stream) throws IOException {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER);
        if (filter instanceof COSArray filters && filters.size() == 1) {
            filter = filters.getObject(0);
        }
        if (filter == null) {
            return;
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            throw new IOException("The frame is packed in a way that nobody uses for it");
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        long unpacked = 0;
        try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                if (unpacked > UNPACKED_MAX) {
                    throw new IOException("The frame grows beyond " + UNPACKED_MAX + " bytes");
                }
            }
        }
    }
}
