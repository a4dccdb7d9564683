package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Hears every command of a driver and remembers those the embedded engine answers by scanning everything: a filter other
 * than equality or {@code $in} on {@code _id} or on one declared unique key, a sort, a skip, an aggregation, a count. A
 * read without any filter is let through only when it says that it means the whole collection. Give it to {@link
 * MongoStore#embedded} and call {@link #assertOnlyKeys()} at the end of a test.
 */
public final class QueryShapeListener implements CommandListener {
    private static final Set<String> NEVER = Set.of("aggregate", "count", "distinct", "mapReduce", "findAndModify");

    private final Set<String> keys;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param uniqueKeys single fields with a unique index, besides {@code _id} */
    public QueryShapeListener(String... uniqueKeys) {
        this.keys = new java.util.HashSet<>(List.of(uniqueKeys));
        this.keys.add("_id");
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String name = event.getCommandName();
        boolean right = switch (name) {
            case "find" -> isFind(command);
            case "update" -> all(command, "updates");
            case "delete" -> all(command, "deletes");
            default -> !NEVER.contains(name);
        };
        if (!right) {
            wrong.add(command.toJson());
        }
    }

    private boolean isFind(BsonDocument command) {
        if (command.containsKey("sort") || command.containsKey("skip")) {
            return false;
        }
        BsonDocument filter = command.getDocument("filter", new BsonDocument());
        boolean meant = command.containsKey("comment")
                && command.get("comment").isString()
                && command.getString("comment").getValue().equals(MongoDocuments.WHOLE);
        return filter.isEmpty() ? meant : isByKey(filter);
    }

    private boolean all(BsonDocument command, String part) {
        BsonArray each = command.getArray(part, new BsonArray());
        return each.stream().allMatch(one -> isByKey(one.asDocument().getDocument("q")));
    }

    private boolean isByKey(BsonDocument filter) {
        if (filter.size() != 1 || !keys.contains(filter.getFirstKey())) {
            return false;
        }
        BsonValue value = filter.get(filter.getFirstKey());
        if (!value.isDocument()) {
            return !value.isRegularExpression();
        }
        return value.asDocument().keySet().equals(Set.of("$in"))
                || value.asDocument().keySet().equals(Set.of("$eq"));
    }

    /** Fails, naming the commands, if any was not by key. */
    public void assertOnlyKeys() {
        assertThat(wrong)
                .as("commands the embedded engine answers by scanning everything")
                .isEmpty();
    }
}
