package id.jipp.ui.room;

import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.sync.federation.Ephemerals;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Texts;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** Opens the rooms' socket at {@code /ruang/socket}. */
@Configuration
@EnableWebSocket
class RoomSocketConfiguration {
    @Bean
    RoomCrowds roomCrowds(HubSettings settings) {
        return new RoomCrowds(settings.hub(), System::nanoTime);
    }

    @Bean
    RoomEphemerals roomEphemerals(ObjectProvider<Ephemerals> lines) {
        Ephemerals available = lines.getIfAvailable();
        return available == null ? RoomEphemerals.alone() : new SyncedEphemerals(available);
    }

    @Bean
    RoomSocket roomSocket(
            Rooms rooms, RoomCrowds crowds, RoomEphemerals ephemerals, HubNames names, Texts texts, Clock clock) {
        return new RoomSocket(
                rooms,
                crowds,
                ephemerals,
                names,
                (problem, session) -> texts.say(problem, language(session)),
                clock,
                System::nanoTime);
    }

    @Bean(initMethod = "start")
    RoomNews roomNews(
            Rooms rooms,
            RoomSocket socket,
            RoomCrowds crowds,
            RoomEphemerals ephemerals,
            HubSettings settings,
            Clock clock) {
        return new RoomNews(
                rooms,
                socket,
                crowds,
                ephemerals,
                settings.hub(),
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("room-news").daemon().factory()));
    }

    @Bean
    WebSocketConfigurer roomSocketAddress(RoomSocket socket, CurrentPerson currentPerson) {
        return registry -> registry.addHandler(socket, "/ruang/socket")
                .setHandshakeHandler(new RoomUpgrade())
                .addInterceptors(new RoomHandshake(currentPerson));
    }

    private static Locale language(WebSocketSession session) {
        return session.getAttributes().get(RoomHandshake.LANGUAGE) instanceof Locale locale ? locale : Texts.INDONESIAN;
    }
}
