package id.jipp.sync.parcel;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Makes parcels and takes them in: the signed entries, and files, that two hubs would give each other over a line, as one
 * file for a flash disk. Both in bounded memory. Coordinators and admins may. Thread-safe.
 *
 * <p>A parcel is not sealed: whoever holds the disk can read what is on it.
 */
public final class Parcels {
    private final ParcelHome home;
    private final Semaphore making = new Semaphore(ParcelLimits.AT_ONCE_MAX);
    private final Semaphore taking = new Semaphore(ParcelLimits.AT_ONCE_MAX);

    public Parcels(ParcelHome home) {
        this.home = home;
    }

    /** Whether such a parcel could be made now; null stands for anybody. */
    public Outcome<Boolean> mayMake(ParcelOrder order, Person by) {
        return mayHandle(by) ? new Packing(home, order).recipient().map(found -> true) : forbidden();
    }

    /**
     * Writes a parcel to that stream, as it is then; what a refusal says is refused before the first byte.
     *
     * @throws IOException where the stream takes no more; what it has is then no whole parcel
     */
    public Outcome<ParcelMade> make(ParcelOrder order, Person by, OutputStream out, ParcelProgress progress)
            throws IOException {
        if (!mayHandle(by)) {
            return forbidden();
        }
        if (!making.tryAcquire()) {
            return busy();
        }
        try {
            return new Packing(home, order).pack(out, progress);
        } finally {
            making.release();
        }
    }

    /**
     * Makes a parcel in that place, where it is only once it is whole and on the disk. A parcel that lay there is then
     * gone; anything else there is refused. One that broke off before is begun anew.
     *
     * @throws IOException where the disk refuses
     */
    public Outcome<ParcelMade> make(ParcelOrder order, Person by, Path place, ParcelProgress progress)
            throws IOException {
        if (!ParcelFile.mayWriteTo(place)) {
            return Outcome.refused(Why.CONFLICT, "file", "parcel-in-the-way", place.getFileName());
        }
        return switch (mayMake(order, by)) {
            case Outcome.Refused<Boolean> refused -> refused.cast();
            case Outcome.Done<Boolean> done -> ParcelFile.write(place, out -> make(order, by, out, progress));
        };
    }

    /**
     * Takes in what a parcel brings, as far as we may and will have it, and every entry only once it is verified and
     * durable. Where the parcel breaks off, the answer says why and what was taken; a parcel can always be taken in
     * again. A refusal means that nothing of it was taken.
     *
     * @throws IOException where the stream cannot be read, or files not written; what was taken stays
     * @throws id.jipp.core.log.LogUnavailable where the log takes nothing now; what was taken stays
     */
    public Outcome<ParcelTaken> take(InputStream in, Person by, ParcelProgress progress) throws IOException {
        if (!mayHandle(by)) {
            return forbidden();
        }
        if (!taking.tryAcquire()) {
            return busy();
        }
        try {
            return new Unpacking(home, in, progress).take();
        } finally {
            taking.release();
        }
    }

    private boolean mayHandle(Person by) {
        return by.coordinates(home.self().hub());
    }

    private static <T> Outcome<T> forbidden() {
        return Outcome.refused(Why.FORBIDDEN, "", "forbidden");
    }

    private static <T> Outcome<T> busy() {
        return Outcome.refused(Why.BUSY, "", "parcel-busy", ParcelLimits.AT_ONCE_MAX);
    }
}
