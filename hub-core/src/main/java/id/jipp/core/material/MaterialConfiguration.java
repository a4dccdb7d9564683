package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.HubLog;
import id.jipp.core.projection.Projections;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in {@code files/} of the data folder, those on their way from people in {@code uploads/}. */
@Configuration(proxyBeanMethods = false)
class MaterialConfiguration {
    @Bean(destroyMethod = "close")
    Blobs blobs(HubSettings settings) throws IOException {
        return DiskBlobs.open(settings.data().resolve("files"), DiskReserve.of(settings.data()));
    }

    @Bean
    Uploads uploads(HubSettings settings, Documents.Store store, Clock clock) throws IOException {
        return Uploads.open(
                settings.hub(),
                settings.data().resolve("uploads"),
                store,
                DiskReserve.of(settings.data()),
                new FileJudge(),
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
            Clock clock) {
        return Materials.open(
                settings.hub(), log, projections, store, seminars, uploads, blobs, clock, Materials.OWN_BYTES_MAX);
    }
}
