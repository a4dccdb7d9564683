package id.jipp.core.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.jspecify.annotations.Nullable;

/**
 * The real MongoDB of {@code JIPP_MONGODB_URI}, for the contract suites; each has a database of its own there, which is
 * dropped before and after. Nothing else of the test suite goes there.
 */
public final class ReplicaSet {
    private static final @Nullable String URI = System.getenv("JIPP_MONGODB_URI");

    private ReplicaSet() {}

    /** Skips what cannot be proven without one, and says so. */
    public static void assumeThere(String what) {
        if (URI == null || URI.isBlank()) {
            String said = what + " was NOT tested against a real MongoDB: JIPP_MONGODB_URI is not set";
            System.out.println(said);
            assumeTrue(false, said);
        }
    }

    /** Its URI with another database; the accounts stay where they were. */
    public static String uri(String database) {
        return withDatabase(String.valueOf(URI), database);
    }

    static String withDatabase(String uri, String database) {
        ConnectionString given = new ConnectionString(uri);
        int path = uri.indexOf('/', uri.indexOf("://") + 3);
        int query = uri.indexOf('?');
        String hosts = path > 0 ? uri.substring(0, path) : query > 0 ? uri.substring(0, query) : uri;
        String options = query > 0 ? uri.substring(query + 1) : "";
        if (given.getCredential() != null && !options.contains("authSource=")) {
            options += (options.isEmpty() ? "" : "&") + "authSource="
                    + given.getCredential().getSource();
        }
        return hosts + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    public static void drop(String database) {
        try (MongoClient client = MongoClients.create(uri(database))) {
            client.getDatabase(database).drop();
        }
    }
}
