package id.jipp.sync.simulation;

import id.jipp.core.peer.PeerHeads;
import id.jipp.sync.session.Sources;
import id.jipp.sync.session.TestHub;

/** A hub in the world. Its log is durable; what its program remembers is not. */
final class Node {
    final TestHub hub;

    Node(TestHub hub) {
        this.hub = hub;
    }

    void restart() {
        hub.heads = new PeerHeads();
        hub.sources = new Sources();
    }

    @Override
    public String toString() {
        return hub.id.value();
    }
}
