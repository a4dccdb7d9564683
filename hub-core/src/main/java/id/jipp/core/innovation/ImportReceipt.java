package id.jipp.core.innovation;

import java.time.Instant;

/**
 * An import that was taken in and may still be taken back.
 *
 * @param id for undo
 * @param added how many records it added
 */
public record ImportReceipt(String id, String fileName, Instant at, int added) {}
