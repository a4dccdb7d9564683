package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.room.Message;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.ui.component.HubNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The pages' end of a room: hears what a page says, does it through the rooms, and answers. Thread-safe. */
final class RoomSocket extends TextWebSocketHandler {
    private final Rooms rooms;
    private final RoomCrowds crowds;
    private final RoomEphemerals ephemerals;
    private final HubNames names;
    private final BiFunction<Problem, WebSocketSession, String> words;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<String, RoomConnection> connections = new ConcurrentHashMap<>();

    /** @param words a problem as a sentence in the language of that socket's person */
    RoomSocket(
            Rooms rooms,
            RoomCrowds crowds,
            RoomEphemerals ephemerals,
            HubNames names,
            BiFunction<Problem, WebSocketSession, String> words,
            Clock clock,
            LongSupplier nanoTime) {
        this.rooms = rooms;
        this.crowds = crowds;
        this.ephemerals = ephemerals;
        this.names = names;
        this.words = words;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        if (!(session.getAttributes().get(RoomHandshake.SIGNED_IN) instanceof SignedInSession signedIn)) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        session.setTextMessageSizeLimit(RoomSocketLimits.FRAME_CHARS_MAX);
        session.setBinaryMessageSizeLimit(1);
        if (isFull(signedIn.person())) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        connections.put(session.getId(), new RoomConnection(session, signedIn, nanoTime));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage frame) {
        RoomConnection connection = connections.get(session.getId());
        if (connection == null) {
            return;
        }
        if (!connection.heardInTime()) {
            connection.close(CloseStatus.POLICY_VIOLATION.withReason("too fast"));
            return;
        }
        switch (HeardReader.read(frame.getPayload())) {
            case Heard.Enter enter -> enter(connection, session, enter);
            case Heard.Say say -> say(connection, session, say);
            case Heard.Before before -> before(connection, before.id());
            case Heard.Behind behind -> behind(connection, behind.id());
            case Heard.Typing typing -> typing(connection, typing.topic());
            case Heard.Read read ->
                inRoom(connection).ifPresent(id -> rooms.markRead(id, read.id(), connection.person()));
            case Heard.Ping ping -> connection.send(RoomWords.pong());
            case Heard.Unknown unknown -> connection.send(RoomWords.error(unknown.reason()));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        RoomConnection connection = connections.remove(session.getId());
        if (connection != null) {
            crowds.leave(connection);
            connection.closed();
        }
    }

    Collection<RoomConnection> connections() {
        return connections.values();
    }

    private boolean isFull(Person person) {
        return connections.size() >= RoomSocketLimits.SOCKETS_MAX
                || connections.values().stream()
                                .filter(other -> other.person().id().equals(person.id()))
                                .count()
                        >= RoomSocketLimits.SOCKETS_PER_PERSON_MAX;
    }

    /** Listens before it reads, so that nothing said between the two is lost; the page knows repeats by their ids. */
    private void enter(RoomConnection connection, WebSocketSession session, Heard.Enter enter) {
        Person person = connection.person();
        Optional<Room> found = rooms.find(enter.room(), person);
        if (found.isEmpty()) {
            connection.send(RoomWords.error("unknown-room"));
            return;
        }
        crowds.enter(enter.room(), connection);
        if (!connections.containsKey(session.getId())) {
            // It was closed on another thread before it was there to leave; nobody would tell us again.
            crowds.leave(connection);
            return;
        }
        rooms.markEntered(enter.room(), person);
        RoomPage page = RoomPage.of(rooms, enter, person);
        Map<HubId, String> hubs = new TreeMap<>();
        found.get().hubs().forEach(hub -> hubs.put(hub, names.of(hub)));
        connection.send(RoomWords.entered(
                new RoomWords.Entered(
                        hubs,
                        rooms.heads(enter.room()),
                        rooms.heldBy(enter.room()),
                        page.messages(),
                        page.again(),
                        page.earlier(),
                        page.later(),
                        rooms.lastRead(enter.room(), person).orElse(null),
                        rooms.unread(enter.room(), person),
                        rooms.mayTalk(enter.room(), person)),
                clock.instant()));
        connection.send(RoomWords.here(crowds.people(enter.room())));
    }

    private void say(RoomConnection connection, WebSocketSession session, Heard.Say say) {
        Optional<RoomId> room = inRoom(connection);
        if (room.isEmpty()) {
            return;
        }
        Outcome<Message> outcome =
                rooms.say(room.get(), say.clientId(), say.topic(), say.text(), say.after(), connection.person());
        connection.send(
                switch (outcome) {
                    case Outcome.Done<Message> done -> RoomWords.kept(done.value(), clock.instant());
                    case Outcome.Refused<Message> refused -> refused(say.clientId(), refused, session);
                });
    }

    private TextMessage refused(String clientId, Outcome.Refused<Message> refused, WebSocketSession session) {
        Problem first = refused.problems().getFirst();
        long wait = refused.why() == Outcome.Why.LIMIT && !first.args().isEmpty()
                ? Long.parseLong(first.args().getFirst())
                : 0;
        return RoomWords.refused(
                clientId.length() <= 64 ? clientId : "", first.reason(), words.apply(first, session), wait);
    }

    private void before(RoomConnection connection, MessageId id) {
        inRoom(connection).ifPresent(room -> {
            List<Message> messages = rooms.before(room, id, RoomSocketLimits.PAGE_MESSAGES + 1, connection.person());
            boolean more = messages.size() > RoomSocketLimits.PAGE_MESSAGES;
            List<Message> page = more ? messages.subList(1, messages.size()) : messages;
            connection.send(RoomWords.earlier(page, more, clock.instant()));
        });
    }

    private void behind(RoomConnection connection, MessageId id) {
        inRoom(connection).ifPresent(room -> {
            List<Message> messages = rooms.after(room, id, RoomSocketLimits.PAGE_MESSAGES + 1, connection.person());
            boolean more = messages.size() > RoomSocketLimits.PAGE_MESSAGES;
            List<Message> page = more ? messages.subList(0, messages.size() - 1) : messages;
            connection.send(RoomWords.later(new ArrayList<>(page), more, clock.instant()));
        });
    }

    private void typing(RoomConnection connection, String topic) {
        inRoom(connection).filter(room -> connection.mayShowTyping()).ifPresent(room -> {
            String shown = topic.length() <= 80 ? topic : "";
            Person person = connection.person();
            crowds.tellOthers(
                    room,
                    connection,
                    RoomWords.typing(person.name(), person.id().hub(), shown));
            ephemerals.tell(new RoomEphemerals.Typing(room, person.id().hub(), person.name(), shown));
        });
    }

    private Optional<RoomId> inRoom(RoomConnection connection) {
        Optional<RoomId> room = Optional.ofNullable(connection.room());
        if (room.isEmpty()) {
            connection.send(RoomWords.error("enter first"));
        }
        return room;
    }
}
