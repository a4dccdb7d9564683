package id.jipp.sync.session;

import id.jipp.core.log.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused, by us or by the peer.
 *
 * @param code the name of a {@code ByeCode} or {@code RefuseCode}, or {@code BAD_FILE}
 * @param stream what it was about; null if the whole session
 * @param detail for operators, in English, as the one who refused said it; never shown to others
 */
public record Refusal(boolean byThem, String code, @Nullable StreamId stream, String detail) {
    /** In one line, for logs and programs. */
    @Override
    public String toString() {
        return (byThem ? "they: " : "") + (stream == null ? "" : stream + " ") + code + " " + detail;
    }
}
