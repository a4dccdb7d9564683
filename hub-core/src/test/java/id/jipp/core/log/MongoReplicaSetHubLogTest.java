package id.jipp.core.log;

import id.jipp.core.store.ReplicaSet;
import org.junit.jupiter.api.BeforeAll;

/** The contract against a real MongoDB. Without one it says that it was not run. */
class MongoReplicaSetHubLogTest extends MongoHubLogContract {
    private static final String DATABASE = "jipp_contract_log";

    @BeforeAll
    static void begin() {
        ReplicaSet.assumeThere("MongoHubLog");
        ReplicaSet.drop(DATABASE);
    }

    @Override
    String uri() {
        return ReplicaSet.uri(DATABASE);
    }

    @Override
    protected void afterwards() {
        super.afterwards();
        ReplicaSet.drop(DATABASE);
    }
}
