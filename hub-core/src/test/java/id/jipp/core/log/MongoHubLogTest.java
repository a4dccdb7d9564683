package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import id.jipp.core.store.QueryShapeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract against the embedded engine; against a replica set see {@link MongoReplicaSetHubLogTest}. */
class MongoHubLogTest extends HubLogContract {
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final String uri = server.bindAndGetConnectionString() + "/log";
    private final QueryShapeListener shapes = new QueryShapeListener("position");

    @Override
    protected HubLog open() {
        return MongoHubLog.open(uri, JATIM, KEYS, CLOCK, shapes);
    }

    @Override
    protected void afterwards() {
        shapes.assertOnlyKeys();
        server.shutdownNow();
    }

    @Test
    @DisplayName("M1: two programs that append for one hub at once never use a number twice and leave none out")
    void twoProgramsAtOnce() throws Exception {
        StreamId own = new StreamId(JATIM.hub(), StreamName.PUBLIC);
        try (HubLog one = open();
                HubLog other = open();
                var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<List<PlacedEntry>>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                HubLog log = i % 2 == 0 ? one : other;
                int count = 1 + i % 3;
                calls.add(() -> log.append(StreamName.PUBLIC, news(count)));
            }
            List<Long> seqs = new ArrayList<>();
            for (Future<List<PlacedEntry>> answer : pool.invokeAll(calls)) {
                answer.get().forEach(placed -> seqs.add(placed.entry().seq()));
            }
            assertThat(seqs)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 120).boxed().toList());
            assertThat(one.last()).isEqualTo(new Position(120)).isEqualTo(other.last());
            assertThat(one.head(own)).isEqualTo(other.head(own));
            assertThat(LogVerifier.verify(one, KEYS).problems()).isEmpty();
        }
    }
}
