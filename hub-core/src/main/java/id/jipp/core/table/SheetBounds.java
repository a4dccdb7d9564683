package id.jipp.core.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the parts of a workbook for what a sheet cannot have (ECMA-376, 18.3.1; Excel's own limits): the reader
 * makes room for as many cells as an address claims, and reads a number however long. The parser is the reader's own, so
 * that both see the same; the JDK's refuses honest sheets beyond 100,000 characters of one entity.
 */
final class SheetBounds {
    /** XFD. */
    private static final int COLUMNS = 16_384;

    /** What a cell may hold. */
    private static final int CELL_CHARS = 32_767;

    /** So far XML has begun, whatever its encoding. */
    private static final int LOOK_BYTES = 4_096;

    private SheetBounds() {}

    /** @throws TableRefused if this is a sheet with more than a sheet can have; what is no XML is left to others */
    static void check(@Nullable InputStream part) throws IOException, TableRefused {
        if (part == null) {
            return;
        }
        BufferedInputStream bytes = new BufferedInputStream(part);
        if (!isXml(bytes)) {
            return;
        }
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            check(factory.createXMLStreamReader(bytes));
        } catch (XMLStreamException broken) {
            throw new TableRefused("file-broken", 1);
        }
    }

    private static void check(XMLStreamReader xml) throws XMLStreamException, TableRefused {
        int row = 0;
        int chars = 0;
        boolean isValue = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isValue = xml.getLocalName().equals("v");
                    chars = 0;
                    if (xml.getLocalName().equals("row")) {
                        row++;
                    } else if (xml.getLocalName().equals("c") && column(xml.getAttributeValue(null, "r")) > COLUMNS) {
                        throw new TableRefused("file-broken", row);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    chars += xml.getTextLength();
                    if (isValue && chars > CELL_CHARS) {
                        throw new TableRefused("file-broken", row);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> isValue = false;
                default -> {}
            }
        }
    }

    /** The column of an address such as {@code AB12}, from 1; 0 where there is none. */
    private static long column(@Nullable String address) {
        long column = 0;
        for (int i = 0; address != null && i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = Math.min(COLUMNS + 1L, column * 26 + Character.digit(address.charAt(i), Character.MAX_RADIX) - 9);
        }
        return column;
    }

    private static boolean isXml(BufferedInputStream bytes) throws IOException {
        bytes.mark(LOOK_BYTES);
        byte[] first = bytes.readNBytes(LOOK_BYTES);
        bytes.reset();
        for (byte each : first) {
            if (each == '<') {
                return true;
            }
        }
        return false;
    }
}
