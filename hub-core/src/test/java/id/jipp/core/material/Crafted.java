package id.jipp.core.material;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as honest and as hostile people make them. */
final class Crafted {
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /** Of zeros, packed. */
    private static final byte[] GIGABYTE = deflated(1 << 30, false);

    private Crafted() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    interface Change {
        void of(PDDocument document) throws IOException;
    }

    static byte[] pdf(Change change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.of(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] pdf() {
        return pdf(document -> {});
    }

    /** In the form before objects could be packed. */
    static byte[] pdf14() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] pdfWithScript() {
        return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] pdfWithPassword(String toOpen) {
        return pdf(
                document -> document.protect(new StandardProtectionPolicy("pemilik", toOpen, new AccessPermission())));
    }

    /** Its catalog lies in a stream of objects that becomes a gigabyte. */
    static byte[] pdfBomb() {
        byte[] zeros = GIGABYTE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + zeros.length
                + ">>\nstream\n"));
        out.writeBytes(zeros);
        out.writeBytes(text("\nendstream\nendobj\n"));
        int xref = out.size();
        byte[] rows = deflated(rows(xref));
        out.writeBytes(text("9 0 obj\n<</Type/XRef/Size 10/W[1 4 2]/Index[0 3 9 1]/Root 2 0 R/Filter/FlateDecode"
                + "/Length " + rows.length + ">>\nstream\n"));
        out.writeBytes(rows);
        out.writeBytes(text("\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] rows(int xref) {
        ByteBuffer rows = ByteBuffer.allocate(4 * 7);
        rows.put((byte) 0).putInt(0).putShort((short) -1);
        rows.put((byte) 1).putInt(9).putShort((short) 0);
        rows.put((byte) 2).putInt(1).putShort((short) 0);
        rows.put((byte) 1).putInt(xref).putShort((short) 0);
        return rows.array();
    }

    static byte[] pdfWithBombInAPage() {
        return pdf(document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (var raw = stream.createRawOutputStream()) {
                raw.write(GIGABYTE);
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }

    static byte[] pptx(Map<String, byte[]> more) {
        return ooxml(OOXML + "presentationml.presentation.main+xml", "ppt/presentation.xml", more);
    }

    static byte[] docx() {
        return ooxml(OOXML + "wordprocessingml.document.main+xml", "word/document.xml", Map.of());
    }

    static byte[] xlsx() {
        return ooxml(OOXML + "spreadsheetml.sheet.main+xml", "xl/workbook.xml", Map.of());
    }

    static byte[] withMacros() {
        return ooxml(
                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", "ppt/presentation.xml", Map.of());
    }

    private static byte[] ooxml(String type, String part, Map<String, byte[]> more) {
        Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                text("<?xml version=\"1.0\"?><Types><Override PartName=\"/" + part + "\" ContentType=\"" + type
                        + "\"/></Types>"));
        entries.put(part, text("<?xml version=\"1.0\"?><a/>"));
        entries.putAll(more);
        return zip(entries);
    }

    static byte[] odf(String kind) {
        Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
        entries.put("mimetype", text("application/vnd.oasis.opendocument." + kind));
        entries.put("content.xml", text("<a/>"));
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A document with a part of so many zeros. */
    static byte[] pptxBomb(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text("<Types>" + OOXML + "presentationml.presentation.main+xml</Types>"));
            zip.putNextEntry(new ZipEntry("ppt/media/image1.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same, but its directory claims that it stays small. */
    static byte[] pptxBombThatLies(int megabytes) {
        byte[] bomb = pptxBomb(megabytes);
        ByteBuffer bytes = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = bomb.length - 22; at > 0; at--) {
            if (bytes.getInt(at) == 0x02014B50 && bytes.getInt(at + 24) > 1 << 20) {
                bytes.putInt(at + 24, 1_000);
            }
        }
        return bomb;
    }

    /** Many entries of which all are the same bytes of the file. */
    static byte[] overlapping() {
        byte[] one = zip(Map.of("a", new byte[1 << 20]));
        ByteBuffer bytes = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int end = one.length - 22;
        int directory = bytes.getInt(end + 16);
        byte[] entry = java.util.Arrays.copyOfRange(one, directory, end);
        ByteBuffer out = ByteBuffer.allocate(directory + entry.length * 3 + 22).order(ByteOrder.LITTLE_ENDIAN);
        out.put(one, 0, directory).put(entry).put(entry).put(entry).put(one, end, 22);
        int newEnd = directory + entry.length * 3;
        out.putShort(newEnd + 8, (short) 3).putShort(newEnd + 10, (short) 3).putInt(newEnd + 12, entry.length * 3);
        return out.array();
    }

    /** A directory that claims as many entries as it can. */
    static byte[] endless() {
        byte[] one = zip(Map.of("a", new byte[1]));
        ByteBuffer bytes = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(one.length - 22 + 10, (short) -1);
        return one;
    }

    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(64)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height)
                .array();
    }

    static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(64)
                .putInt(0xFFD8FFE0)
                .putShort((short) 16)
                .put(text("JFIF\0"))
                .put(new byte[9])
                .putInt(0xFFC00011)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    static byte[] webp(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text("RIFF")).putInt(56).put(text("WEBPVP8X")).putInt(10).putInt(0);
        bytes.putInt(24, width - 1).putInt(27, height - 1);
        return bytes.array();
    }

    static byte[] mp4() {
        return ByteBuffer.allocate(64)
                .putInt(24)
                .put(text("ftypisom\0\0\2\0isommp42"))
                .array();
    }

    static byte[] webm() {
        return ByteBuffer.allocate(64)
                .putInt(0x1A45DFA3)
                .put((byte) 0x9F)
                .put(new byte[] {0x42, (byte) 0x82, (byte) 0x84})
                .put(text("webm"))
                .array();
    }

    static byte[] mp3() {
        return ByteBuffer.allocate(64).put(text("ID3")).put((byte) 4).array();
    }

    static byte[] ole() {
        return ByteBuffer.allocate(1024).putLong(0xD0CF11E0A1B11AE1L).array();
    }

    private static byte[] deflated(int zeros, boolean raw) {
        Deflater deflater = new Deflater(9, raw);
        byte[] in = new byte[1 << 20];
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int done = 0; done < zeros >> 20; done++) {
            deflater.setInput(in);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[1 << 12];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }
}
