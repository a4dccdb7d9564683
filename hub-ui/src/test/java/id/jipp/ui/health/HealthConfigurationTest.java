package id.jipp.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.foundation.Foundations;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.store.Documents;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class HealthConfigurationTest {
    private static final HubId SELF = new HubId("bali");

    private final HealthConfiguration health = new HealthConfiguration();

    @Test
    @DisplayName("C4: a log that cannot be written is down, with the reason; the store is not")
    void aLogThatCannotBeWritten() {
        Foundations foundations = new Foundations(
                saying(HubLog.class, Optional.of("No space left on device"), List.of()),
                saying(Documents.Store.class, Optional.empty(), List.of()),
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
                new Foundations(log, saying(Documents.Store.class, Optional.of("is closed"), List.of()), SELF);
        Foundations takenBack = new Foundations(
                log, saying(Documents.Store.class, Optional.empty(), List.of("kept.mv.torn-1 lies beside it")), SELF);

        assertThat(health.storeHealthIndicator(closed).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.storeHealthIndicator(takenBack).health()).satisfies(up -> {
            assertThat(up.getStatus()).isEqualTo(Status.UP);
            assertThat(up.getDetails()).containsEntry("notes", List.of("kept.mv.torn-1 lies beside it"));
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T saying(Class<T> type, Optional<String> trouble, List<String> notes) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("trouble") ? trouble : notes);
    }
}
