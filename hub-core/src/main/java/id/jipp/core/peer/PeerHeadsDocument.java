package id.jipp.core.peer;

import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a peer told in the newest parcel it made.
 *
 * @param id the peer's
 * @param made milliseconds since 1970, by its clock
 * @param heads {@code hub:stream seq hash}, one each
 */
record PeerHeadsDocument(String id, long made, List<String> heads) {

    static PeerHeadsDocument of(HubId peer, Instant made, Map<StreamId, Head> told) {
        return new PeerHeadsDocument(
                peer.value(),
                made.toEpochMilli(),
                told.entrySet().stream()
                        .map(head -> head.getKey() + " " + head.getValue().seq() + " "
                                + head.getValue().hash())
                        .toList());
    }

    HubId hub() {
        return new HubId(id);
    }

    Instant at() {
        return Instant.ofEpochMilli(made);
    }

    Map<StreamId, Head> byStream() {
        Map<StreamId, Head> byStream = new TreeMap<>();
        for (String line : heads) {
            String[] parts = line.split(" ", 3);
            int colon = parts[0].indexOf(':');
            StreamId stream = new StreamId(
                    new HubId(parts[0].substring(0, colon)), new StreamName(parts[0].substring(colon + 1)));
            byStream.put(stream, new Head(Long.parseLong(parts[1]), Hash.parse(parts[2])));
        }
        return byStream;
    }
}
