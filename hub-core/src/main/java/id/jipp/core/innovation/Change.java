package id.jipp.core.innovation;

import java.time.Instant;

/**
 * A published record as somebody is rewriting it. Seen by the coordinators of its own hub only, until it is published.
 *
 * @param fields as typed, right or wrong
 * @param base the record's revision it was begun from; guards its publishing
 * @param revision counts the saves; guards the next one
 */
public record Change(InnovationId id, InnovationFields fields, int base, int revision, Instant keptAt) {}
