package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Peers;
import id.jipp.core.projection.Projections;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in {@code files/} of the data folder, those on their way from people in {@code uploads/}. */
@Configuration(proxyBeanMethods = false)
class MaterialConfiguration {
    private static final int TIDY_MINUTES = 5;

    @Bean(destroyMethod = "close")
    Blobs blobs(HubSettings settings) throws IOException {
        return DiskBlobs.open(settings.data().resolve("files"), DiskReserve.of(settings.data()));
    }

    @Bean
    FileCheck eicarCheck() {
        return new EicarCheck();
    }

    @Bean
    FileJudge fileJudge(List<FileCheck> checks) {
        return new FileJudge(checks, System::nanoTime);
    }

    @Bean
    Uploads uploads(HubSettings settings, Documents.Store store, FileJudge judge, Clock clock) throws IOException {
        return Uploads.open(
                settings.hub(),
                settings.data().resolve("uploads"),
                store,
                DiskReserve.of(settings.data()),
                judge,
                clock);
    }

    @Bean
    Materials materials(
            HubSettings settings,
            HubLog log,
            Projections projections,
            Documents.Store store,
            Seminars seminars,
            Uploads uploads,
            Blobs blobs,
            FileJudge judge,
            Peers peers,
            Audience audience,
            Clock clock)
            throws IOException {
        FileLinks links = new FileLinks(peers, audience, clock, settings.area().zone());
        return Materials.open(
                settings.hub(),
                log,
                projections,
                store,
                seminars,
                uploads,
                blobs,
                judge,
                links,
                clock,
                Materials.OWN_BYTES_MAX);
    }

    @Bean
    FileExchange fileExchange(Materials materials) {
        return materials.exchange();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService materialTidying(Materials materials) {
        ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("materials-tidying").daemon().factory());
        tidying.scheduleWithFixedDelay(() -> tidy(materials), TIDY_MINUTES, TIDY_MINUTES, TimeUnit.MINUTES);
        return tidying;
    }

    /** What fails once is tried again the next time; thrown, it would never be. */
    private static void tidy(Materials materials) {
        try {
            materials.tidy();
        } catch (RuntimeException failed) {
            System.getLogger(Materials.class.getName())
                    .log(System.Logger.Level.WARNING, "Files could not be looked after; tried again later", failed);
        }
    }
}
