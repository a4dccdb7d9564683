package id.jipp.core.peer;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * An invitation as one word of base64url: {@code version u8 = 1, hub, name, key 32, address, secret, expires i64
 * (seconds since 1970), check 4}. A text is its length as u16 and UTF-8; {@code check} is the start of the SHA-256 of all
 * before it, so that a code that lost a letter on the way is not taken for a wrong one.
 */
final class InvitationCode {
    static final int CHARS_MAX = 1_200;
    private static final byte VERSION = 1;
    private static final int CHECK_BYTES = 4;
    private static final int BYTES_MAX = CHARS_MAX * 3 / 4;

    private InvitationCode() {}

    static String write(Invitation invitation) {
        ByteBuffer out = ByteBuffer.allocate(BYTES_MAX);
        out.put(VERSION);
        text(out, invitation.hub().value());
        text(out, invitation.name());
        out.put(invitation.publicKey());
        text(out, invitation.address().toString());
        text(out, invitation.secret());
        out.putLong(invitation.expires().getEpochSecond());
        byte[] body = Arrays.copyOf(out.array(), out.position());
        out.put(check(body));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(out.array(), out.position()));
    }

    /** Empty if this is not a whole code. White space in it, as mail programs add it, does not matter. */
    static Optional<Invitation> read(String code) {
        if (code.length() > 2 * CHARS_MAX) {
            return Optional.empty();
        }
        String word = code.replaceAll("\\s", "");
        if (word.isEmpty() || word.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(word);
            if (all.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOf(all, all.length - CHECK_BYTES);
            byte[] check = Arrays.copyOfRange(all, body.length, all.length);
            return Arrays.equals(check, check(body)) ? Optional.of(parse(ByteBuffer.wrap(body))) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException wrong) {
            return Optional.empty();
        }
    }

    private static Invitation parse(ByteBuffer in) {
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("A code of another version");
        }
        HubId hub = new HubId(text(in));
        String name = text(in);
        byte[] key = new byte[32];
        in.get(key);
        URI address = URI.create(text(in));
        String secret = text(in);
        Invitation invitation =
                new Invitation(hub, name, key, address, secret, Instant.ofEpochSecond(bounded(in.getLong())));
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("Something follows the code");
        }
        return invitation;
    }

    private static long bounded(long seconds) {
        if (seconds < 0 || seconds > 253_402_300_799L) {
            throw new IllegalArgumentException("A time beyond the year 9999");
        }
        return seconds;
    }

    private static byte[] check(byte[] body) {
        return Arrays.copyOf(Hash.sha256(body).toBytes(), CHECK_BYTES);
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining() + 1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
