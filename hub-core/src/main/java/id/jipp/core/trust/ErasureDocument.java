package id.jipp.core.trust;

/** An erasure as it is kept. {@code at} in milliseconds since 1970. */
record ErasureDocument(
        String id, long position, String hub, String stream, long number, int payloads, String reason, long at) {}
