package id.jipp.sync.federation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The same figures as in the ledger, for monitoring; one row a peer. Moments are seconds since 1970. */
final class FederationMeters implements MeterBinder {
    private final Federation federation;

    FederationMeters(Federation federation) {
        this.federation = federation;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("jipp.sync.self.frozen", federation, self -> self.isFrozenItself() ? 1 : 0)
                .register(registry);
        Gauge.builder("jipp.sync.strangers.refused", federation, Federation::strangersRefused)
                .register(registry);
        List<Rows> all = List.of(
                rows(registry, "connected", status -> status.state() == PeerStatus.State.CONNECTED ? 1 : 0),
                rows(registry, "waiting.to.send", PeerStatus::waitingToSend),
                rows(registry, "waiting.to.receive", PeerStatus::waitingToReceive),
                rows(registry, "received", PeerStatus::received),
                rows(registry, "sent", PeerStatus::sent),
                rows(registry, "refused", PeerStatus::refused),
                rows(registry, "identical", status -> status.identical() == null ? -1 : status.identical() ? 1 : 0),
                rows(registry, "frozen", status -> status.state() == PeerStatus.State.FROZEN ? 1 : 0),
                rows(registry, "common", status -> status.proof().entries()),
                rows(registry, "last.contact.seconds", status -> seconds(status.lastContact())),
                rows(registry, "newest.entry.seconds", status -> seconds(status.newest())),
                rows(registry, "files.received", status -> status.files().whole()),
                rows(registry, "files.received.bytes", status -> status.files().received()),
                rows(registry, "files.sent.bytes", status -> status.files().sent()),
                rows(registry, "absences", status -> status.absences().size()));
        federation.onChange(hub -> {
            List<PeerStatus> statuses = federation.statuses();
            all.forEach(rows -> rows.set(statuses));
        });
    }

    /** Since 1970, so that it does not age while nothing happens; 0 for never. */
    private static long seconds(@Nullable Instant moment) {
        return moment == null ? 0 : moment.getEpochSecond();
    }

    private static Rows rows(MeterRegistry registry, String name, ToLongFunction<PeerStatus> value) {
        return new Rows(MultiGauge.builder("jipp.sync." + name).register(registry), value);
    }

    private record Rows(MultiGauge gauge, ToLongFunction<PeerStatus> value) {
        void set(List<PeerStatus> statuses) {
            gauge.register(
                    statuses.stream()
                            .<Row<?>>map(status ->
                                    Row.of(Tags.of("peer", status.hub().value()), value.applyAsLong(status)))
                            .toList(),
                    true);
        }
    }
}
