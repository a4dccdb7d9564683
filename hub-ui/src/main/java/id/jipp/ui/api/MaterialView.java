package id.jipp.ui.api;

import id.jipp.core.material.FileState;
import id.jipp.core.material.Material;
import org.jspecify.annotations.Nullable;

/**
 * A material as the API shows it.
 *
 * @param sha256 the file's name everywhere; its bytes are at {@code /api/v1/materials/{sha256}}
 * @param name of the file
 * @param size in bytes
 * @param state {@code here}, {@code arriving} or {@code waiting}
 * @param percent how much of it is here
 * @param waitsFor what a waiting file waits for; null for others
 * @param revision guards a change
 */
record MaterialView(
        String sha256,
        String name,
        long size,
        String type,
        String title,
        String kind,
        String licence,
        boolean consent,
        String share,
        String state,
        int percent,
        @Nullable String waitsFor,
        int revision) {

    static MaterialView of(Material material) {
        return new MaterialView(
                material.id().file().toString(),
                material.name(),
                material.bytes(),
                material.type(),
                material.fields().title(),
                material.fields().kind().code(),
                material.fields().licence(),
                material.fields().consent(),
                material.fields().share().code(),
                state(material.state()),
                material.state().percent(),
                waitsFor(material.state()),
                material.revision());
    }

    private static String state(FileState state) {
        return switch (state) {
            case FileState.Here here -> "here";
            case FileState.Arriving arriving -> "arriving";
            case FileState.Waiting waiting -> "waiting";
        };
    }

    private static @Nullable String waitsFor(FileState state) {
        return state instanceof FileState.Waiting(FileState.Why why) ? why.code() : null;
    }
}
