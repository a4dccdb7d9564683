package id.jipp.core.material;

import java.time.Instant;

/**
 * A material as it is now, for reading.
 *
 * @param name of the file, safe to show and to save under
 * @param type its media type as its own hub found it; never the type under which it is served
 * @param bytes its size
 * @param revision 1 when it was attached, one more with each change; guards an edit
 * @param state where the file's bytes are, as seen from here
 */
public record Material(
        MaterialId id,
        MaterialFields fields,
        String name,
        String type,
        long bytes,
        int revision,
        Instant changedAt,
        FileState state) {}
