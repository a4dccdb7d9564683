package id.jipp.core.settings;

import id.jipp.core.area.AreaCode;
import id.jipp.core.log.HubId;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who this hub is and where it keeps things; read once at start.
 *
 * @param data the folder that holds everything of this hub
 * @param publicUrl where people and other hubs reach it, without a path
 * @param mongoUri of a replica set; null means the embedded stores
 */
public record HubSettings(
        HubId hub,
        String name,
        AreaCode area,
        Path data,
        URI publicUrl,
        @Nullable String mongoUri) {

    /**
     * Reads {@code JIPP_HUB_ID}, {@code JIPP_HUB_NAME}, {@code JIPP_HUB_AREA}, {@code JIPP_DATA}, {@code
     * JIPP_PUBLIC_URL} and {@code JIPP_MONGODB_URI}.
     *
     * @param lookup answers a setting by its name in dotted form ({@code jipp.hub.id}), null if it is not set
     * @throws IllegalArgumentException naming the setting, what was expected and what came
     */
    public static HubSettings read(NullableLookup lookup, int port) {
        String id = required(lookup, "jipp.hub.id", "the hub's id, for example bali");
        String area = required(lookup, "jipp.hub.area", "the official code of the hub's area, for example 51");
        String name = optional(lookup, "jipp.hub.name", id);
        String data = optional(lookup, "jipp.data", ".jipp/" + id);
        String publicUrl = optional(lookup, "jipp.public.url", "http://localhost:" + port);
        String mongo = lookup.get("jipp.mongodb.uri");
        return new HubSettings(
                parsed("jipp.hub.id", id, HubId::new),
                name,
                parsed("jipp.hub.area", area, AreaCode::new),
                Path.of(data).toAbsolutePath().normalize(),
                parsed("jipp.public.url", publicUrl, URI::create),
                mongo == null || mongo.isBlank() ? null : mongo);
    }

    /** Answers a setting or null. */
    @FunctionalInterface
    public interface NullableLookup {
        @Nullable
        String get(String name);
    }

    private static String required(NullableLookup lookup, String name, String meaning) {
        String value = lookup.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(environmentName(name) + " is not set; it is " + meaning);
        }
        return value.strip();
    }

    private static String optional(NullableLookup lookup, String name, String otherwise) {
        String value = lookup.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static <T> T parsed(String name, String value, java.util.function.Function<String, T> form) {
        try {
            return form.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(environmentName(name) + ": " + wrong.getMessage(), wrong);
        }
    }

    private static String environmentName(String name) {
        return name.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
