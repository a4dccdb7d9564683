package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Person;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Files on their way from people of this hub to it, each in as many pieces as the line needs. What was acknowledged is on
 * disk: after a cut, a restart or a full disk an upload goes on where its offset says. Only who began it sees it.
 * Thread-safe; two who write to one upload at once do not disturb it, the second is refused.
 */
public final class Uploads {
    /** Begun and neither attached nor thrown away, of one person. */
    static final int PER_PERSON_MAX = 20;

    private final HubId hub;
    private final Path folder;
    private final Documents<UploadDocument> documents;
    private final DiskReserve disk;
    private final FileJudge judge;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, UploadDocument> byId = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    private Uploads(
            HubId hub,
            Path folder,
            Documents<UploadDocument> documents,
            DiskReserve disk,
            FileJudge judge,
            Clock clock) {
        this.hub = hub;
        this.folder = folder;
        this.documents = documents;
        this.disk = disk;
        this.judge = judge;
        this.clock = clock;
    }

    /** A file as it came, whole and judged. */
    record Finished(Path path, FileName name, FileType type, long bytes) {}

    /** The uploads in that folder, which is made if it is not there; what belongs to none of them is removed. */
    static Uploads open(HubId hub, Path folder, Documents.Store store, DiskReserve disk, FileJudge judge, Clock clock)
            throws IOException {
        Files.createDirectories(folder);
        Documents<UploadDocument> documents = store.kept("uploads", UploadDocument.class);
        Uploads uploads = new Uploads(hub, folder, documents, disk, judge, clock);
        documents.forEach(document -> uploads.byId.put(document.id(), document));
        uploads.removeStrays();
        return uploads;
    }

    /** Whether that person may upload: who may attach files to seminars of this hub. */
    public boolean mayUpload(Person by) {
        return by.coordinates(hub);
    }

    /** The id an upload begun under that key has: always the same one, and another for every other key. */
    public UploadId idOf(Hash key) {
        return UploadId.of(key);
    }

    /**
     * Begins an upload of a file of that many bytes, 1 to {@link Manifest#FILE_BYTES_MAX}, under an id from
     * {@link #idOf}. Doing it twice is done once.
     */
    public Outcome<Upload> begin(UploadId id, String name, long bytes, Person by) {
        if (!mayUpload(by)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        Optional<Upload> before = find(id, by);
        if (before.isPresent()) {
            return Outcome.done(before.get());
        }
        if (bytes < 1) {
            return Outcome.refused(Why.INVALID, "file", "file-empty");
        }
        if (bytes > Manifest.FILE_BYTES_MAX) {
            return Outcome.refused(Why.INVALID, "file", "file-too-large", Manifest.FILE_BYTES_MAX >> 20);
        }
        return admitted(FileName.of(name), by)
                .map(plain -> begun(id, plain, bytes, 0, by).toUpload());
    }

    /** The name as it is kept, if that person may begin one more upload of it now. */
    private Outcome<FileName> admitted(FileName name, Person by) {
        expire();
        long open = byId.values().stream().filter(each -> each.isOf(by.id())).count();
        if (open >= PER_PERSON_MAX) {
            return Outcome.refused(Why.LIMIT, "", "too-many-uploads", PER_PERSON_MAX);
        }
        if (disk.trouble().isPresent()) {
            return diskFull();
        }
        return judge.byName(name).map(type -> name);
    }

    private UploadDocument begun(UploadId id, FileName name, long bytes, long offset, Person by) {
        return keep(
                new UploadDocument(id.value(), by.id().toString(), name.value(), bytes, offset, clock.millis(), null));
    }

    /** Empty for what is not there and for what another person began. */
    public Optional<Upload> find(UploadId id, Person by) {
        return found(id, by).map(UploadDocument::toUpload);
    }

    private Optional<UploadDocument> found(UploadId id, Person by) {
        return Optional.ofNullable(byId.get(id.value()))
                .filter(document -> document.isOf(by.id()) && !document.isOver(clock.millis()));
    }

    /**
     * Takes the bytes that follow those which are here, as many as come and the file still needs. With the last one the
     * file is judged; what may not be kept is thrown away and refused.
     *
     * @param offset where they belong; refused as a conflict unless it is where the upload is
     * @throws IOException if the bytes break off; what came before that stays
     */
    public Outcome<Upload> write(UploadId id, long offset, InputStream bytes, Person by) throws IOException {
        UploadDocument known = found(id, by).orElse(null);
        if (known == null) {
            return notFound();
        }
        if (!busy.add(id.value())) {
            return Outcome.refused(Why.BUSY, "", "upload-busy");
        }
        try {
            UploadDocument now = byId.get(id.value());
            if (now == null) {
                return notFound();
            }
            if (now.offset() != offset) {
                return Outcome.refused(Why.CONFLICT, "", "upload-offset", now.offset(), offset);
            }
            StagedFile staged = new StagedFile(place(id), disk);
            boolean all = staged.append(now.offset(), now.bytes(), bytes, reached -> keep(reachedBy(id, reached)));
            UploadDocument after = byId.getOrDefault(id.value(), now);
            if (!all) {
                return diskFull();
            }
            return after.offset() < after.bytes() ? Outcome.done(after.toUpload()) : judged(after);
        } finally {
            busy.remove(id.value());
        }
    }

    /** Takes a whole file at once, from who can send it so. It cannot be resumed. */
    public Outcome<Upload> take(String name, InputStream bytes, Person by) throws IOException {
        if (!mayUpload(by)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        Outcome<FileName> admitted = admitted(FileName.of(name), by);
        if (!(admitted instanceof Outcome.Done<FileName>(FileName plain))) {
            return ((Outcome.Refused<FileName>) admitted).cast();
        }
        UploadId id = newId();
        busy.add(id.value());
        try {
            return taken(id, plain, bytes, by);
        } finally {
            busy.remove(id.value());
            if (!byId.containsKey(id.value())) {
                Files.deleteIfExists(place(id));
            }
        }
    }

    private Outcome<Upload> taken(UploadId id, FileName name, InputStream bytes, Person by) throws IOException {
        long[] reached = {0};
        boolean all = new StagedFile(place(id), disk)
                .append(0, Manifest.FILE_BYTES_MAX, bytes, forced -> reached[0] = forced);
        if (!all) {
            return diskFull();
        }
        if (reached[0] == 0) {
            return Outcome.refused(Why.INVALID, "file", "file-empty");
        }
        if (reached[0] == Manifest.FILE_BYTES_MAX && bytes.read() >= 0) {
            return Outcome.refused(Why.INVALID, "file", "file-too-large", Manifest.FILE_BYTES_MAX >> 20);
        }
        return judged(begun(id, name, reached[0], reached[0], by));
    }

    private UploadDocument reachedBy(UploadId id, long offset) {
        UploadDocument now = byId.get(id.value());
        if (now == null) {
            throw new IllegalStateException("An upload was thrown away while somebody wrote to it: " + id);
        }
        return now.upTo(offset, clock.millis());
    }

    private Outcome<Upload> judged(UploadDocument whole) {
        UploadId id = new UploadId(whole.id());
        return switch (judge.judge(place(id), new FileName(whole.name()))) {
            case Outcome.Done<FileType>(FileType type) ->
                Outcome.done(keep(whole.judged(type)).toUpload());
            case Outcome.Refused<FileType> refused -> {
                throwAway(id);
                yield refused.cast();
            }
        };
    }

    /** Throws an upload away. */
    public Outcome<Boolean> remove(UploadId id, Person by) {
        if (found(id, by).isEmpty()) {
            return notFound();
        }
        if (!busy.add(id.value())) {
            return Outcome.refused(Why.BUSY, "", "upload-busy");
        }
        try {
            throwAway(id);
            return Outcome.done(true);
        } finally {
            busy.remove(id.value());
        }
    }

    /** Does something with a finished upload, which is gone afterwards if that is done. */
    <T> Outcome<T> use(UploadId id, Person by, Function<Finished, Outcome<T>> use) {
        UploadDocument known = found(id, by).orElse(null);
        if (known == null) {
            return Outcome.refused(Why.NOT_FOUND, "upload", "not-found");
        }
        if (known.offset() < known.bytes()) {
            return Outcome.refused(Why.CONFLICT, "upload", "upload-unfinished", known.offset(), known.bytes());
        }
        if (!busy.add(id.value())) {
            return Outcome.refused(Why.BUSY, "upload", "upload-busy");
        }
        try {
            UploadDocument whole = byId.get(id.value());
            if (whole == null) {
                return Outcome.refused(Why.NOT_FOUND, "upload", "not-found");
            }
            // the hub may have been stopped between the last byte and the judgement
            Outcome<T> used = (whole.type() == null ? judged(whole) : Outcome.done(whole.toUpload()))
                    .flatMap(fine -> use.apply(finished(byId.getOrDefault(id.value(), whole))));
            if (used instanceof Outcome.Done<T>) {
                throwAway(id);
            }
            return used;
        } finally {
            busy.remove(id.value());
        }
    }

    private Finished finished(UploadDocument whole) {
        return new Finished(
                place(new UploadId(whole.id())),
                new FileName(whole.name()),
                FileType.valueOf(String.valueOf(whole.type())),
                whole.bytes());
    }

    /** Throws away what nobody went on with for a day. */
    public void expire() {
        long now = clock.millis();
        for (UploadDocument document : List.copyOf(byId.values())) {
            if (document.isOver(now) && busy.add(document.id())) {
                try {
                    throwAway(new UploadId(document.id()));
                } finally {
                    busy.remove(document.id());
                }
            }
        }
    }

    private UploadDocument keep(UploadDocument document) {
        documents.save(document);
        documents.flush();
        byId.put(document.id(), document);
        return document;
    }

    private void throwAway(UploadId id) {
        documents.remove(Set.of(id.value()));
        documents.flush();
        byId.remove(id.value());
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException stays) {
            throw new UncheckedIOException("An upload's file cannot be removed", stays);
        }
    }

    private void removeStrays() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!byId.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private UploadId newId() {
        byte[] chance = new byte[Hash.BYTES];
        random.nextBytes(chance);
        return idOf(Hash.ofBytes(chance));
    }

    private Path place(UploadId id) {
        return folder.resolve(id.value());
    }

    static <T> Outcome<T> diskFull() {
        return Outcome.refused(Why.LIMIT, "file", "disk-full");
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Why.NOT_FOUND, "", "not-found");
    }
}
