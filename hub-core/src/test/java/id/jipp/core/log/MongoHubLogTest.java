package id.jipp.core.log;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** The contract against the embedded engine; against a replica set see {@link MongoReplicaSetHubLogTest}. */
class MongoHubLogTest extends MongoHubLogContract {
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final String uri = server.bindAndGetConnectionString() + "/log";

    @Override
    String uri() {
        return uri;
    }

    @Override
    protected void afterwards() {
        super.afterwards();
        server.shutdownNow();
    }
}
