package id.jipp.core.room;

import id.jipp.core.log.Entry;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The payloads of rooms as JSON. What cannot be read, or was erased, is empty: it stays in the log and is not shown. */
final class Payloads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payloads() {}

    static byte[] write(Object payload) {
        return JSON.writeValueAsBytes(payload);
    }

    static Optional<RoomOpened> opened(Entry entry) {
        return read(entry, RoomOpened.KIND, RoomOpened.VERSION, RoomOpened.class);
    }

    static Optional<RoomInvited> invited(Entry entry) {
        return read(entry, RoomInvited.KIND, RoomInvited.VERSION, RoomInvited.class);
    }

    static Optional<MessageSaid> said(Entry entry) {
        return read(entry, MessageSaid.KIND, MessageSaid.VERSION, MessageSaid.class);
    }

    /** Whether that entry is where this message was said, or said again. */
    static boolean isSaid(Entry entry, Message message) {
        return said(entry)
                .filter(said -> message.clientId().equals(said.clientId())
                        && message.author().local().equals(said.author()))
                .isPresent();
    }

    private static <T> Optional<T> read(Entry entry, String kind, int version, Class<T> form) {
        byte[] content = entry.content();
        if (content == null
                || !entry.header().kind().equals(kind)
                || entry.header().kindVersion() != version) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(content, form));
        } catch (JacksonException foreign) {
            return Optional.empty();
        }
    }
}
