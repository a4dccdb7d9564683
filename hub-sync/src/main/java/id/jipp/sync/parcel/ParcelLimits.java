package id.jipp.sync.parcel;

import id.jipp.sync.protocol.ProtocolLimits;

/** The bounds of a parcel. */
public final class ParcelLimits {
    /** The head of a parcel with all heads of streams in it. */
    static final int HEAD_BYTES_MAX = 4 * 1024 * 1024;

    /** Any other record. */
    static final int RECORD_BYTES_MAX = ProtocolLimits.FRAME_BYTES_MAX;

    /** What was left out, named one by one; more are counted only. */
    static final int LEFT_NAMED_MAX = 100;

    /** Parcels that may be taken in at once, and that may be made at once; more are asked to come later. */
    static final int AT_ONCE_MAX = 2;

    /** A parcel sent to a running hub. */
    public static final long PARCEL_BYTES_MAX = 64L * 1024 * 1024 * 1024;

    private ParcelLimits() {}
}
