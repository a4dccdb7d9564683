package id.jipp.core.room;

import id.jipp.core.log.HubId;

/** A message in a room: the hub that wrote it down and its number in that hub's stream of the room; {@code bali.17}. */
public record MessageId(HubId hub, long seq) {
    @Override
    public String toString() {
        return hub + "." + seq;
    }
}
