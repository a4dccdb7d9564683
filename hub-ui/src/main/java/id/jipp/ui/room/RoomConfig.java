package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.room.Room;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code hub-room} is told when it starts: the room, who looks at it, and every sentence it may need. */
@Component
class RoomConfig {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The keys under {@code room.page.}; the module takes no sentence from elsewhere. */
    static final List<String> SENTENCES = List.of(
            "rooms",
            "topics",
            "talk",
            "messages",
            "sofar",
            "purpose",
            "noPurpose",
            "hubs",
            "owner",
            "invite",
            "send",
            "hint",
            "left",
            "you",
            "allTopics",
            "unread",
            "to",
            "write",
            "writeTo",
            "readOnly",
            "newMessages",
            "earlierComing",
            "toNow",
            "toNowMissed",
            "typing",
            "typingMany",
            "present",
            "presentBefore",
            "empty",
            "emptyWhat",
            "onDevice",
            "atHub",
            "reached",
            "everywhere",
            "onReturn",
            "ahead",
            "offline",
            "offlineWaiting",
            "notDurable",
            "signedOut",
            "signIn",
            "gone",
            "notHere",
            "amend",
            "discard",
            "erase");

    private final HubNames names;
    private final Texts texts;
    private final Moments moments;

    RoomConfig(HubNames names, Texts texts, Moments moments) {
        this.names = names;
        this.texts = texts;
        this.moments = moments;
    }

    /** @param at the id of the message to open at; empty means now */
    ObjectNode of(Room room, Person person, String at, Locale locale) {
        ObjectNode config = JSON.createObjectNode();
        config.put("room", room.id().toString());
        config.put("owner", room.id().hub().value());
        config.put("title", room.title());
        config.put("purpose", room.purpose());
        ArrayNode topics = config.putArray("topics");
        room.topics().forEach(topics::add);
        ObjectNode hubs = config.putObject("hubs");
        room.hubs().stream()
                .sorted(Comparator.comparing(HubId::value))
                .forEach(hub -> hubs.put(hub.value(), names.of(hub)));
        config.putObject("me")
                .put("id", person.id().local())
                .put("hub", person.id().hub().value())
                .put("name", person.name());
        config.put("at", HeardReader.message(at).isPresent() ? at : "");
        config.put("language", Texts.supported(locale).getLanguage());
        config.putObject("zone").put("id", moments.zone().getId()).put("name", zoneName());
        config.put("socket", "ruang/socket");
        config.put("list", "ruang");
        config.put("address", "ruang/" + room.id());
        boolean invites = names.isOwn(room.id().hub()) && person.is(Role.COORDINATOR);
        config.put("invite", invites ? "ruang/" + room.id() + "/undang" : "");
        config.put("erase", person.is(Role.COORDINATOR) ? "ruang/" + room.id() + "/hapus/" : "");
        ObjectNode words = config.putObject("texts");
        SENTENCES.forEach(key -> words.put(key, texts.getTranslation("room.page." + key, locale, "{0}", "{1}", "{2}")));
        return config;
    }

    private String zoneName() {
        String time = moments.time(moments.now(), Texts.INDONESIAN);
        return time.substring(time.lastIndexOf(' ') + 1);
    }
}
