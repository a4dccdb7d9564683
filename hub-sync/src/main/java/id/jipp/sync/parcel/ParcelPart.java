package id.jipp.sync.parcel;

import id.jipp.sync.protocol.Frame;

/** What follows the head of a parcel, one after the other. */
sealed interface ParcelPart {
    record OfFrame(Frame frame) implements ParcelPart {}

    record OfEnd(ParcelEnd end) implements ParcelPart {}
}
