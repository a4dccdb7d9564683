package id.jipp.ui.command;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.MvHubLog;
import id.jipp.core.peer.Peers;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The data folder of a hub that does not run, opened. */
record StoppedHub(HubIdentity identity, Documents.Store store, Peers peers, HubLog log, Path folder)
        implements AutoCloseable {

    static boolean isIn(Path folder) {
        return Files.isDirectory(folder.resolve("log"));
    }

    /**
     * @param environment in which {@code JIPP_HUB_NAME} and {@code JIPP_PUBLIC_URL} say how the hub presents itself, and
     *     {@code JIPP_PEERS_PRIVATE} whether others may have addresses of its own network
     * @throws RuntimeException where the folder cannot be read, or the hub runs
     */
    static StoppedHub open(Path folder, Map<String, String> environment) {
        HubIdentity identity = HubIdentity.existing(folder.resolve("identity"));
        HubSettings settings = new HubSettings(
                identity.hub(),
                environment.getOrDefault("JIPP_HUB_NAME", identity.hub().value()),
                AreaCode.NATIONAL,
                folder,
                URI.create(environment.getOrDefault("JIPP_PUBLIC_URL", "http://localhost")),
                null);
        Documents.Store store = MongoStore.embedded(folder.resolve("store"));
        try {
            boolean privateAddresses = Boolean.parseBoolean(environment.get("JIPP_PEERS_PRIVATE"));
            Peers peers = new Peers(store, identity, settings, Clock.systemUTC(), privateAddresses);
            HubLog log = MvHubLog.open(folder.resolve("log"), identity, peers, Clock.systemUTC());
            return new StoppedHub(identity, store, peers, log, folder);
        } catch (RuntimeException broken) {
            store.close();
            throw broken;
        }
    }

    @Override
    public void close() {
        try (store) {
            log.close();
        }
    }
}
