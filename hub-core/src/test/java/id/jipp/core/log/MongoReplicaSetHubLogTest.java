package id.jipp.core.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract against the replica set of {@code JIPP_MONGODB_URI}, in its database {@code jipp_contract}, which is
 * dropped afterwards. Without the URI it says that it was not run.
 */
class MongoReplicaSetHubLogTest extends HubLogContract {
    private static final String URI = System.getenv("JIPP_MONGODB_URI");
    private static final String DATABASE = "jipp_contract";

    @BeforeAll
    static void sayIfNothingIsProven() {
        if (URI == null || URI.isBlank()) {
            String said = "MongoHubLog was NOT tested against a real MongoDB: JIPP_MONGODB_URI is not set";
            System.out.println(said);
            assumeTrue(false, said);
        }
    }

    @Override
    protected HubLog open() {
        return MongoHubLog.open(inDatabase(URI), JATIM, KEYS, CLOCK);
    }

    @Override
    protected void afterwards() {
        try (MongoClient client = MongoClients.create(URI)) {
            client.getDatabase(DATABASE).drop();
        }
    }

    private static String inDatabase(String uri) {
        int path = uri.indexOf('/', uri.indexOf("://") + 3);
        int query = uri.indexOf('?');
        String hosts = path > 0 ? uri.substring(0, path) : query > 0 ? uri.substring(0, query) : uri;
        return hosts + "/" + DATABASE + (query > 0 ? uri.substring(query) : "");
    }
}
