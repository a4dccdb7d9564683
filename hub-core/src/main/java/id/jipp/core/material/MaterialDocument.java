package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A material as it is kept: by the projection where its hub has told of it, as a plain document where it stays here.
 *
 * @param position of the last entry that was applied to it; 0 where none tells of it
 * @param withdrawn whether it is shared no more; then only its place is kept, and its revision
 * @param changedAt in milliseconds since 1970
 * @param chunks as in the entry; empty in memory, where only the document has it
 */
record MaterialDocument(
        String id,
        long position,
        int revision,
        boolean withdrawn,
        long changedAt,
        String name,
        String type,
        long bytes,
        String chunks,
        String title,
        String kind,
        String licence,
        boolean consent,
        String share) {

    MaterialId materialId() {
        return MaterialId.parse(id).orElseThrow(() -> new IllegalStateException("No material's id: " + id));
    }

    Hash file() {
        return materialId().file();
    }

    boolean isTold() {
        return share.equals(Share.NETWORK.name());
    }

    MaterialDocument withoutChunks() {
        return new MaterialDocument(
                id, position, revision, withdrawn, changedAt, name, type, bytes, "", title, kind, licence, consent,
                share);
    }

    MaterialDocument saying(MaterialFields f, int revision, long changedAt) {
        return new MaterialDocument(
                id,
                position,
                revision,
                withdrawn,
                changedAt,
                name,
                type,
                bytes,
                chunks,
                f.title(),
                f.kind().name(),
                f.licence(),
                f.consent(),
                f.share().name());
    }

    MaterialEvent.ToldV1 toEvent() {
        MaterialId parsed = materialId();
        return new MaterialEvent.ToldV1(
                parsed.seminar().toString(),
                parsed.file().toString(),
                revision,
                name,
                type,
                bytes,
                chunks,
                title,
                MaterialRules.kind(kind).code(),
                licence,
                consent);
    }

    MaterialFields fields() {
        return new MaterialFields(title, MaterialRules.kind(kind), licence, consent, Share.valueOf(share));
    }

    /** What it is made of; empty in memory. */
    Optional<Manifest> manifest() {
        return PackedManifest.read(file().toString(), bytes, chunks);
    }

    Material toMaterial(FileState state) {
        return new Material(
                materialId(), fields(), name, type, bytes, revision, Instant.ofEpochMilli(changedAt), state);
    }

    /** After an entry: all that the entry says, cut to our bounds, and nothing of before. */
    static MaterialDocument after(MaterialEvent event, long position, long timeMillis) {
        return switch (event) {
            case MaterialEvent.ToldV1 told -> told(told, position, timeMillis);
            case MaterialEvent.WithdrawnV1 gone ->
                new MaterialDocument(
                        gone.id(),
                        position,
                        gone.revision(),
                        true,
                        timeMillis,
                        "",
                        "",
                        0,
                        "",
                        "",
                        MaterialKind.OTHER.name(),
                        "",
                        false,
                        Share.NETWORK.name());
        };
    }

    private static MaterialDocument told(MaterialEvent.ToldV1 told, long position, long timeMillis) {
        FileName name = FileName.of(told.name());
        return new MaterialDocument(
                told.id(),
                position,
                told.revision(),
                false,
                timeMillis,
                name.value(),
                MaterialRules.type(told.type()),
                told.bytes(),
                told.chunks(),
                MaterialRules.title(told.title(), name),
                MaterialRules.kind(told.kind()).name(),
                MaterialRules.licence(told.licence()),
                told.consent(),
                Share.NETWORK.name());
    }

    static MaterialDocument fresh(
            MaterialId id, FileName name, FileType type, Manifest manifest, @Nullable MaterialDocument before) {
        return new MaterialDocument(
                id.toString(),
                0,
                before == null ? 0 : before.revision(),
                false,
                0,
                name.value(),
                type.mediaType(),
                manifest.bytes(),
                PackedManifest.chunks(manifest),
                "",
                type.kind().name(),
                "",
                false,
                Share.HUB.name());
    }
}
