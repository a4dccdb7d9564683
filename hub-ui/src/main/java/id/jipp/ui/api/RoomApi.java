package id.jipp.ui.api;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.room.Message;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Moments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rooms this person may enter, and what is said in them. */
@RestController
@RequestMapping(path = "/api/v1/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "rooms")
class RoomApi {
    private static final int SIZE_USUAL = 50;
    private static final Pattern MESSAGE_ID = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.(\\d{1,18})");

    private final Rooms rooms;
    private final CurrentPerson current;
    private final ZoneId zone;

    RoomApi(Rooms rooms, CurrentPerson current, HubSettings settings) {
        this.rooms = rooms;
        this.current = current;
        this.zone = Moments.zoneOf(settings.area());
    }

    /** @param hubs all that take part, the owner among them */
    record RoomView(
            String id,
            String hub,
            String title,
            String purpose,
            List<String> topics,
            Set<String> hubs,
            OffsetDateTime openedAt,
            int unread) {}

    record AuthorView(String id, String name, String unit, String hub) {}

    /**
     * @param after per hub, the number in its stream of this room that the author had seen
     * @param seenBy the hubs known to hold it
     */
    record MessageView(
            String id,
            String room,
            String clientId,
            AuthorView author,
            String text,
            String topic,
            Map<String, Long> after,
            long order,
            OffsetDateTime sentAt,
            Set<String> seenBy) {}

    /**
     * @param total how many the room has
     * @param earlierOnTheWay whether the newest messages are shown though earlier ones are not here yet; they then
     *     stand at the end, and their order is only for now
     */
    record MessagePage(List<MessageView> items, long total, int page, int size, boolean earlierOnTheWay) {}

    record NewRoom(
            @Schema(description = "1 to 120 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String title,

            @Nullable String purpose,
            @Nullable List<@Nullable String> topics,

            @Schema(description = "Other hubs that take part") @Nullable
            List<@Nullable String> hubs) {}

    record NewMessage(
            @Schema(description = "1 to 4,000 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text,

            @Schema(description = "One of the room's; none means the default") @Nullable
            String topic,

            @Schema(description = "8 to 64 characters; a repeat with the same one answers the first message") @Nullable
            String clientId,

            @Schema(description = "What the author had seen; none means all that is here") @Nullable
            Map<String, @Nullable Long> after) {}

    @GetMapping
    @Operation(operationId = "listRooms", summary = "The rooms this person may enter, the liveliest first")
    ApiList<RoomView> list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Person person = current.require();
        Paging paging = Paging.of(page, size, SIZE_USUAL);
        ApiList<Room> all = ApiList.cut(rooms.all(person), paging);
        return new ApiList<>(
                all.items().stream().map(room -> view(room, person)).toList(), all.total(), all.page(), all.size());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRoom", summary = "One room")
    RoomView get(@PathVariable String id) {
        Person person = current.require();
        return view(found(id, person), person);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "openRoom", summary = "Opens a room at this hub")
    ResponseEntity<RoomView> open(@RequestBody NewRoom asked, HttpServletRequest request) {
        Person person = current.require();
        Room room = Refusal.orValue(rooms.open(
                rooms.idOf(CallKey.of(request)),
                plain("title", asked.title()),
                plain("purpose", asked.purpose()),
                topics(asked.topics()),
                hubs(asked.hubs()),
                person));
        return ResponseEntity.created(URI.create("/api/v1/rooms/" + room.id())).body(view(room, person));
    }

    @GetMapping("/{id}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Messages, oldest first: the newest ones (page counts back from them), those behind a message,"
                    + " or those before it; total is how many the room has")
    MessagePage messages(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Person person = current.require();
        RoomId room = found(id, person).id();
        Paging paging = Paging.of(page, size, SIZE_USUAL);
        List<Message> messages = messages(room, after, before, paging, person);
        return new MessagePage(
                messages.stream().map(this::view).toList(),
                rooms.count(room, person),
                paging.page(),
                paging.size(),
                rooms.isEarlierOnTheWay(room, person));
    }

    private List<Message> messages(
            RoomId room, @Nullable String after, @Nullable String before, Paging paging, Person person) {
        if (after != null) {
            return rooms.after(room, after.isEmpty() ? null : message("after", after), paging.size(), person);
        }
        return before == null
                ? rooms.page(room, paging.page(), paging.size(), person)
                : rooms.before(room, message("before", before), paging.size(), person);
    }

    @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "say", summary = "Says something in a room")
    ResponseEntity<MessageView> say(@PathVariable String id, @RequestBody NewMessage said, HttpServletRequest request) {
        Person person = current.require();
        RoomId room = found(id, person).id();
        Outcome<Message> outcome = rooms.say(
                room,
                said.clientId() == null ? CallKey.of(request).toString() : plain("clientId", said.clientId()),
                plain("topic", said.topic()),
                plain("text", said.text()),
                said.after() == null ? rooms.shownUpTo(room) : heads(said.after()),
                person);
        if (outcome instanceof Outcome.Refused<Message>(Outcome.Why why, List<Problem> problems)
                && why == Outcome.Why.LIMIT) {
            throw Refusal.tooMany(
                    Duration.ofSeconds(Long.parseLong(problems.getFirst().args().getFirst())));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(view(Refusal.orValue(outcome)));
    }

    private Room found(String id, Person person) {
        return RoomId.parse(id).flatMap(room -> rooms.find(room, person)).orElseThrow(() -> Refusal.unknown("id"));
    }

    private RoomView view(Room room, Person person) {
        return new RoomView(
                room.id().toString(),
                room.id().hub().value(),
                room.title(),
                room.purpose(),
                room.topics(),
                names(room.hubs()),
                at(room.openedAt()),
                rooms.unread(room.id(), person));
    }

    private MessageView view(Message message) {
        Map<String, Long> after = new TreeMap<>();
        message.after().forEach((hub, seq) -> after.put(hub.value(), seq));
        return new MessageView(
                message.id().toString(),
                message.room().toString(),
                message.clientId(),
                new AuthorView(
                        message.author().toString(),
                        message.authorName(),
                        message.authorUnit(),
                        message.author().hub().value()),
                message.text(),
                message.topic(),
                after,
                message.order(),
                at(message.sentAt()),
                names(rooms.seenBy(message.room(), message.id())));
    }

    private OffsetDateTime at(java.time.Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone).toOffsetDateTime();
    }

    private static Set<String> names(Set<HubId> hubs) {
        Set<String> names = new TreeSet<>();
        hubs.forEach(hub -> names.add(hub.value()));
        return names;
    }

    static MessageId message(String field, String id) {
        Matcher matcher = MESSAGE_ID.matcher(id);
        if (!matcher.matches()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "message-id");
        }
        return new MessageId(new HubId(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    private static String plain(String field, @Nullable String text) {
        String given = text == null ? "" : text;
        if (!PlainText.is(given)) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "not-plain-text");
        }
        return given;
    }

    private static List<String> topics(@Nullable List<@Nullable String> topics) {
        return topics == null
                ? List.of()
                : topics.stream().map(topic -> plain("topics", topic)).toList();
    }

    private static Set<HubId> hubs(@Nullable List<@Nullable String> names) {
        Set<HubId> hubs = new TreeSet<>();
        for (String name : names == null ? List.<@Nullable String>of() : names) {
            hubs.add(hub("hubs", name));
        }
        return hubs;
    }

    private static Map<HubId, Long> heads(Map<String, @Nullable Long> after) {
        Map<HubId, Long> heads = new TreeMap<>();
        after.forEach((hub, seq) -> heads.put(hub("after", hub), seq == null ? 0 : Math.max(0, seq)));
        return heads;
    }

    private static HubId hub(String field, @Nullable String name) {
        try {
            return new HubId(name == null ? "" : name);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "hub-id");
        }
    }
}
