package id.jipp.core.log;

import java.nio.charset.StandardCharsets;

/** What exactly a signature on an entry covers. */
public final class EntrySigning {
    /** Keeps a signature made for an entry from ever meaning anything else. */
    private static final byte[] DOMAIN = "jipp.entry.1\n".getBytes(StandardCharsets.US_ASCII);

    private EntrySigning() {}

    /** The bytes to sign: a fixed prefix and the header's own bytes. */
    public static byte[] signed(byte[] headerBytes) {
        byte[] all = new byte[DOMAIN.length + headerBytes.length];
        System.arraycopy(DOMAIN, 0, all, 0, DOMAIN.length);
        System.arraycopy(headerBytes, 0, all, DOMAIN.length, headerBytes.length);
        return all;
    }
}
