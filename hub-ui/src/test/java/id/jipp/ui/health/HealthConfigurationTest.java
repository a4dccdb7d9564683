package id.jipp.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.foundation.Foundations;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.store.Documents;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class HealthConfigurationTest {
    private static final HubId SELF = new HubId("bali");
    private static final DiskReserve FULL = new DiskReserve(Path.of("data"), () -> 0);

    private final HealthConfiguration health = new HealthConfiguration();

    @Test
    @DisplayName("C4: a log that cannot be written is down, with the reason; the store is not")
    void aLogThatCannotBeWritten() {
        Foundations foundations = new Foundations(
                saying(HubLog.class, Optional.of("No space left on device"), List.of()),
                saying(Documents.Store.class, Optional.empty(), List.of()),
                FULL,
                SELF);

        assertThat(health.logHealthIndicator(foundations).health()).satisfies(down -> {
            assertThat(down.getStatus()).isEqualTo(Status.DOWN);
            assertThat(down.getDetails()).containsEntry("reason", "No space left on device");
        });
        assertThat(health.storeHealthIndicator(foundations).health().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    @DisplayName("C5, C6: a store that was closed is down; one that was taken back is up and says so")
    void aStoreThatWasClosedOrTakenBack() {
        HubLog log = saying(HubLog.class, Optional.empty(), List.of());
        Foundations closed =
                new Foundations(log, saying(Documents.Store.class, Optional.of("is closed"), List.of()), FULL, SELF);
        Foundations takenBack = new Foundations(
                log,
                saying(Documents.Store.class, Optional.empty(), List.of("kept.mv.torn-1 lies beside it")),
                FULL,
                SELF);

        assertThat(health.storeHealthIndicator(closed).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.storeHealthIndicator(takenBack).health()).satisfies(up -> {
            assertThat(up.getStatus()).isEqualTo(Status.UP);
            assertThat(up.getDetails()).containsEntry("notes", List.of("kept.mv.torn-1 lies beside it"));
        });
    }

    @Test
    @DisplayName("C4: a hub whose store was closed asks to be started again, once, when the disk takes writes again")
    void asksToBeStartedAgain(@TempDir Path folder) {
        AtomicLong free = new AtomicLong();
        Foundations closed = new Foundations(
                saying(HubLog.class, Optional.empty(), List.of()),
                saying(Documents.Store.class, Optional.of("is closed"), List.of()),
                new DiskReserve(folder, free::get),
                SELF);
        List<Object> told = new ArrayList<>();
        StartAgain startAgain = health.startAgain(closed, told::add);
        startAgain.start();
        try {
            startAgain.look();
            assertThat(told).isEmpty();

            free.set(Long.MAX_VALUE);
            startAgain.look();
            startAgain.look();
            assertThat(told).singleElement().isInstanceOf(StartAgainWanted.class);
            assertThat(folder).isEmptyDirectory();
        } finally {
            startAgain.stop();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T saying(Class<T> type, Optional<String> trouble, List<String> notes) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("trouble") ? trouble : notes);
    }
}
