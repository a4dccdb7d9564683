package id.jipp.sync.protocol;

import id.jipp.core.log.HubId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What both sides sign to prove their keys: everything said so far, who says it and in which role, and the endpoint. The
 * nonces of both are in it, so an old handshake proves nothing; the prefix keeps such a signature from meaning anything
 * else.
 */
public final class Handshake {
    public static final int NONCE_BYTES = 32;

    /** The subprotocol of the WebSocket; its number is the protocol's major version. */
    public static final String SUBPROTOCOL = "jipp-sync.1";

    public static final int MINOR_MIN = 0;
    public static final int MINOR_MAX = 1;

    /** The first that knows epochs of streams. */
    public static final int MINOR_EPOCHS = 1;

    private static final String DOMAIN = "jipp.sync.1 handshake\n";
    private static final String ENDPOINT = "/hub/sync";

    private Handshake() {}

    /** Who signs. */
    public enum Role {
        CALLER,
        CALLEE
    }

    /**
     * The bytes that side signs.
     *
     * @param hello the caller's first frame, as sent
     */
    public static byte[] signed(
            Role signer, byte[] hello, int minor, HubId callee, byte[] calleeKey, byte[] calleeNonce) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.writeBytes(DOMAIN.getBytes(StandardCharsets.US_ASCII));
        out.write(signer == Role.CALLER ? 'c' : 'a');
        text(out, ENDPOINT);
        out.writeBytes(hello);
        out.write(minor);
        text(out, callee.value());
        out.writeBytes(calleeKey);
        out.writeBytes(calleeNonce);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
