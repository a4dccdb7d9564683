package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubLog;
import id.jipp.core.projection.Projections;
import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The largest table there may be goes in as a whole; one row more, and nothing does. */
class LargeImportTest {
    private static final int ROWS_MAX = 50_000;

    /** The rows are safe when the answer comes; on a busy machine the lists may follow later. */
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(10);

    @Test
    void asManyRowsAsAllowedGoInAndOneMoreIsRefusedWithTheLimit(@TempDir Path folder) {
        try (RunningHub hub = RunningHub.start("jatim", "Jawa Timur", "35", folder)) {
            Caller coordinator = Caller.of(hub.url(), "koordinator");
            long before = total(coordinator);
            Answer tooMany = coordinator.upload("/api/v1/import?dryRun=false", "a.csv", table(ROWS_MAX + 1));
            JsonNode all = coordinator
                    .upload("/api/v1/import?dryRun=false", "a.csv", table(ROWS_MAX))
                    .json();

            assertThat(tooMany.status()).isEqualTo(413);
            assertThat(tooMany.json().at("/errors/0/code").asString()).isEqualTo("too-many-rows");
            assertThat(tooMany.json().at("/errors/0/reason").asString()).contains("50000");
            assertThat(all.path("added").asInt()).isEqualTo(ROWS_MAX);
            assertThat(all.path("rows").size()).isEqualTo(ROWS_MAX);
            hub.bean(Projections.class).await(hub.bean(HubLog.class).last(), LISTED_WITHIN);
            assertThat(total(coordinator)).isEqualTo(before + ROWS_MAX);
        }
    }

    private static long total(Caller caller) {
        return caller.get("/api/v1/innovations?size=1").json().path("total").asLong();
    }

    private static String table(int rows) {
        StringBuilder table = new StringBuilder("title,agency,areaName,year\n");
        for (int i = 0; i < rows; i++) {
            table.append("Inovasi nomor ")
                    .append(i)
                    .append(",Dinas ")
                    .append(i % 97)
                    .append(",Kota Surabaya,2020\n");
        }
        return table.toString();
    }
}
