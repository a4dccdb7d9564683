package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.settings.HubSettings;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in {@code files/} of the data folder. */
@Configuration
class MaterialConfiguration {
    @Bean(destroyMethod = "close")
    Blobs blobs(HubSettings settings) throws IOException {
        return DiskBlobs.open(settings.data().resolve("files"), DiskReserve.of(settings.data()));
    }
}
