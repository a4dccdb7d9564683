package id.jipp.sync.parcel;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.sync.session.People;
import id.jipp.sync.session.TestHub;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes and takes the parcels of a test hub, in memory. */
final class Courier {
    final TestHub hub;
    final Person coordinator;
    ParcelHome.@Nullable FilesHere files;
    Runnable projected = () -> {};
    Predicate<HubId> hasLine = peer -> false;
    Instant since = Instant.EPOCH;

    @Nullable
    HubLog log;

    Courier(TestHub hub) {
        this.hub = hub;
        this.coordinator = People.coordinator(hub);
    }

    ParcelHome home() {
        return new ParcelHome(
                hub.identity,
                log == null ? hub.log : log,
                hub.peers,
                hub.audience,
                hub.heads,
                files,
                projected,
                hasLine,
                hub.clock,
                since);
    }

    Parcels parcels() {
        return new Parcels(home());
    }

    byte[] parcelFor(@Nullable TestHub recipient) {
        return parcel(new ParcelOrder(recipient == null ? null : recipient.id, false, Long.MAX_VALUE));
    }

    byte[] everythingFor(TestHub recipient) {
        return parcel(new ParcelOrder(recipient.id, true, Long.MAX_VALUE));
    }

    byte[] parcel(ParcelOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            parcels().make(order, coordinator, out, ParcelProgress.UNHEARD).orThrow();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    Outcome<ParcelTaken> takes(byte[] parcel) {
        try {
            return parcels().take(new ByteArrayInputStream(parcel), coordinator, ParcelProgress.UNHEARD);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    ParcelTaken took(byte[] parcel) {
        return takes(parcel).orThrow();
    }

    /** Why nothing of it was taken. */
    String refuses(byte[] parcel) {
        return takes(parcel) instanceof Outcome.Refused<ParcelTaken> refused
                ? refused.problems().getFirst().reason()
                : "taken";
    }
}
