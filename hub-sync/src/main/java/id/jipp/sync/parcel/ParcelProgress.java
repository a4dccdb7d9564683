package id.jipp.sync.parcel;

/** Hears how far a parcel has come; called after every record of it, on the thread that makes or takes it. */
@FunctionalInterface
public interface ParcelProgress {
    ParcelProgress UNHEARD = (bytes, entries) -> {};

    /**
     * @param bytes of the parcel that are written or read
     * @param entries among them
     */
    void at(long bytes, long entries);
}
