package id.jipp.sync.federation;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Absences;
import id.jipp.core.peer.Passed;
import id.jipp.sync.transport.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Tells the ledger when a peer is back, when all has been made up for, and when it is gone. Thread-safe. */
final class Contacts {
    private final Absences absences;
    private final Map<HubId, Line> standing = new HashMap<>();

    Contacts(Absences absences) {
        this.absences = absences;
    }

    /**
     * A line with that peer stands and follows. Called about once a second.
     *
     * @param same whether both hold the same now; asked only while something is made up for
     */
    synchronized void stands(HubId peer, Line line, Instant heard, BooleanSupplier same) {
        if (standing.put(peer, line) != line) {
            absences.back(peer, heard);
        }
        absences.heard(peer, heard);
        if (absences.isCatchingUp(peer) && same.getAsBoolean()) {
            absences.same(peer, line.progress().passed());
        }
    }

    /** A line is over, whether or not it was seen to stand. */
    synchronized void over(HubId peer, Line line, Instant heard) {
        List<Passed> passed = line.progress().passed();
        if (standing.get(peer) == line) {
            standing.remove(peer);
        } else if (passed.isEmpty() || standing.containsKey(peer)) {
            return;
        } else {
            absences.back(peer, heard);
        }
        absences.cut(peer, passed, heard);
    }
}
