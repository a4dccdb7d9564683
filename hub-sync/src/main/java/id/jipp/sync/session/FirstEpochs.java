package id.jipp.sync.session;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Audience;

/** The same audience for a peer that does not know that streams have epochs. */
record FirstEpochs(Audience audience) implements Audience {
    @Override
    public boolean offers(HubId peer, StreamId stream) {
        return stream.name().epoch() == 1 && audience.offers(peer, stream);
    }

    @Override
    public boolean mayHave(HubId peer, StreamId stream) {
        return stream.name().epoch() == 1 && audience.mayHave(peer, stream);
    }

    @Override
    public boolean accepts(HubId peer, StreamId stream) {
        return stream.name().epoch() == 1 && audience.accepts(peer, stream);
    }
}
