package id.jipp.core.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;

/** The key of a document: its record's {@code String id} component. */
final class DocumentId {
    private static final int MANY = 1_000;

    private DocumentId() {}

    static RecordComponent of(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        RecordComponent id = Arrays.stream(components)
                .filter(component -> component.getName().equals("id") && component.getType() == String.class)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A document is a record with a component \"String id\"; came: " + type.getName()));
        id.getAccessor().setAccessible(true);
        return id;
    }

    static String in(RecordComponent id, Object document) {
        try {
            String key = (String) id.getAccessor().invoke(document);
            if (key == null || key.isEmpty()) {
                throw new IllegalArgumentException("A document has an id; came: " + document);
            }
            return key;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A record's accessor failed", impossible);
        }
    }

    static void checkMany(Collection<String> ids) {
        if (ids.size() > MANY) {
            throw new IllegalArgumentException("At most " + MANY + " documents are read at once; came: " + ids.size());
        }
    }
}
