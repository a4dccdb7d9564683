package id.jipp.core.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract against a real MongoDB. Without one it says that it was not run. */
class MongoReplicaSetStoreTest extends DocumentsContract {
    private static final String DATABASE = "jipp_contract_store";

    @BeforeAll
    static void begin() {
        ReplicaSet.assumeThere("MongoStore");
        ReplicaSet.drop(DATABASE);
    }

    @Override
    protected Documents.Store open() {
        return MongoStore.at(ReplicaSet.uri(DATABASE));
    }

    @AfterEach
    void dropAll() {
        ReplicaSet.drop(DATABASE);
    }
}
