package id.jipp.core.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Documents in MongoDB: in the embedded engine, or in a replica set with majority and journal. Records are mapped by
 * Spring Data without {@code _class}: a component's declared type must be its type. An {@code Instant} is kept to the
 * millisecond.
 */
public final class MongoStore implements Documents.Store {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final MongoClient client;
    private final String derived;
    private final String kept;
    private final StoreSync derivedSync;
    private final StoreSync keptSync;
    private final @Nullable EmbeddedMongo engine;
    private final MongoConverter converter = converter();

    private MongoStore(
            MongoClient client,
            String derived,
            String kept,
            StoreSync derivedSync,
            StoreSync keptSync,
            @Nullable EmbeddedMongo engine) {
        this.client = client;
        this.derived = derived;
        this.kept = kept;
        this.derivedSync = derivedSync;
        this.keptSync = keptSync;
        this.engine = engine;
    }

    /** The embedded engine, with its two files in that folder. */
    public static MongoStore embedded(Path folder, CommandListener... listeners) {
        EmbeddedMongo engine = EmbeddedMongo.in(folder);
        MongoClient client = MongoClients.create(settings(new ConnectionString(engine.uri()), listeners)
                .retryWrites(false)
                .build());
        return new MongoStore(
                client,
                EmbeddedMongo.DERIVED,
                EmbeddedMongo.KEPT,
                engine.sync(EmbeddedMongo.DERIVED),
                engine.sync(EmbeddedMongo.KEPT),
                engine);
    }

    /** A replica set; the URI names the database, {@code jipp} if it does not. */
    public static MongoStore at(String uri, CommandListener... listeners) {
        ConnectionString connection = new ConnectionString(uri);
        MongoClient client = MongoClients.create(settings(connection, listeners)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build());
        String database = connection.getDatabase() == null ? "jipp" : connection.getDatabase();
        return new MongoStore(client, database, database, StoreSync.BY_SERVER, StoreSync.BY_SERVER, null);
    }

    private static MongoClientSettings.Builder settings(ConnectionString connection, CommandListener... listeners) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(connection)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS));
        List.of(listeners).forEach(settings::addCommandListener);
        return settings;
    }

    private static MongoConverter converter() {
        MongoCustomConversions conversions =
                MongoCustomConversions.create(adapter -> adapter.bigDecimal(BigDecimalRepresentation.DECIMAL128));
        MongoMappingContext context = new MongoMappingContext();
        context.setAutoIndexCreation(false);
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setMapKeyDotReplacement("\u2024");
        converter.afterPropertiesSet();
        return converter;
    }

    @Override
    public <T> Documents<T> collection(String name, Class<T> type) {
        return documents(derived, "derived_" + checked(name), type, derivedSync);
    }

    @Override
    public <T> Documents<T> kept(String name, Class<T> type) {
        return documents(kept, "kept_" + checked(name), type, keptSync);
    }

    @Override
    public Optional<String> trouble() {
        return engine == null ? Optional.empty() : engine.trouble();
    }

    @Override
    public List<String> notes() {
        return engine == null ? List.of() : engine.notes();
    }

    @Override
    public void forgetRemoved() {
        if (engine != null) {
            engine.forgetRemoved();
        }
    }

    private <T> Documents<T> documents(String database, String name, Class<T> type, StoreSync sync) {
        return new MongoDocuments<>(client.getDatabase(database).getCollection(name), converter, type, sync);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A collection's name is 1 to 64 of a-z, 0-9 and _; came: " + name);
        }
        return name;
    }

    @Override
    public void close() {
        client.close();
        if (engine != null) {
            engine.close();
        }
    }
}
