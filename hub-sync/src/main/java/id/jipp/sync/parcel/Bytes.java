package id.jipp.sync.parcel;

import java.util.Arrays;

final class Bytes {
    private Bytes() {}

    static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
