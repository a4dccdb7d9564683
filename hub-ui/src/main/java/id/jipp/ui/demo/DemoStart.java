package id.jipp.ui.demo;

import id.jipp.core.area.Areas;
import id.jipp.core.identity.FingerprintWords;
import id.jipp.core.innovation.Imports;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Uploads;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.room.Rooms;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.settings.HubSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes a started hub one of the demo: its area's records and seminars the first time, links with the others as they
 * appear, the founding seminar and its room at the ministry's hub; then the file {@code ready} tells the script that it
 * answers.
 */
@Component
@Profile("demo")
class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final HubSettings settings;
    private final Peers peers;
    private final Imports imports;
    private final Innovations innovations;
    private final Rooms rooms;
    private final Seminars seminars;
    private final Materials materials;
    private final Uploads uploads;
    private final Areas areas;
    private final Path folder;

    DemoStart(
            HubSettings settings,
            Peers peers,
            Imports imports,
            Innovations innovations,
            Rooms rooms,
            Seminars seminars,
            Materials materials,
            Uploads uploads,
            Areas areas,
            Environment environment) {
        this.settings = settings;
        this.peers = peers;
        this.imports = imports;
        this.innovations = innovations;
        this.rooms = rooms;
        this.seminars = seminars;
        this.materials = materials;
        this.uploads = uploads;
        this.areas = areas;
        String demoFolder = environment.getProperty("jipp.demo.folder");
        this.folder = demoFolder == null || demoFolder.isBlank()
                ? settings.data().resolveSibling("demo-alone")
                : Path.of(demoFolder);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        HubId self = settings.hub();
        takeRecords(self);
        FoundingSeminar.hold(seminars, self);
        new DemoSeminars(seminars).hold(self);
        new DemoMaterials(seminars, materials, uploads).give(self);
        FoundingSeminar.openRoom(rooms, seminars, settings.publicUrl(), self);
        DemoCards cards = new DemoCards(folder);
        cards.leave(
                self, new DemoCards.Card(settings.name(), peers.self().publicKey(), socketOf(settings.publicUrl())));
        Thread.ofVirtual().name("demo-links").start(() -> linkAll(cards));
        Files.writeString(settings.data().resolve("ready"), "ready\n");
    }

    private static URI socketOf(URI publicUrl) {
        return URI.create(publicUrl.toString().replaceFirst("^http", "ws") + "/hub/sync");
    }

    private void takeRecords(HubId self) {
        if (innovations
                        .list(new InnovationQuery(
                                "", null, null, null, self, null, InnovationQuery.Sort.RELEVANCE, 0, 1))
                        .total()
                > 0) {
            return;
        }
        byte[] table = new DemoRecords(areas).of(self);
        var report = imports.run("demo.csv", new ByteArrayInputStream(table), DemoHub.clerk(self));
        LOG.info("The demo's records of {}: {}", self, report.map(r -> r.added() + " added, " + r.skipped() + " not"));
    }

    private void linkAll(DemoCards cards) {
        List<HubId> missing = new ArrayList<>(DemoHub.ALL.stream()
                .map(DemoHub::id)
                .filter(hub -> !hub.equals(settings.hub()))
                .toList());
        while (!missing.isEmpty()) {
            missing.removeIf(hub -> linked(cards, hub));
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private boolean linked(DemoCards cards, HubId hub) {
        try {
            return cards.find(hub)
                    .map(card -> {
                        if (peers.find(hub).isEmpty()) {
                            peers.link(new Peer(
                                    hub,
                                    card.name(),
                                    card.publicKey(),
                                    card.address(),
                                    PeerPolicy.OPEN,
                                    Peer.State.LINKED,
                                    FingerprintWords.of(peers.self().publicKey(), card.publicKey())));
                        }
                        return true;
                    })
                    .orElse(false);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("The card of {} cannot be read yet", hub, unreadable);
            return false;
        }
    }
}
