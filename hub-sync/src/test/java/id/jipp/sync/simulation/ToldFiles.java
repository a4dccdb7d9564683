package id.jipp.sync.simulation;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamId;
import id.jipp.core.material.FileExchange;
import id.jipp.core.material.Manifest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The files a node's log tells of: all of them are wanted, and given to whoever may read what tells of them. */
final class ToldFiles implements FileExchange {
    private static final String KIND = "test.file";

    private final Node node;
    private final Map<Hash, Manifest> manifests = new LinkedHashMap<>();
    private final Map<Hash, StreamId> streams = new LinkedHashMap<>();
    private Position read = Position.START;

    ToldFiles(Node node) {
        this.node = node;
    }

    /** The entry that tells of a file. */
    static NewEntry entry(Manifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(manifest.file().toBytes());
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(manifest.bytes()).array());
        manifest.chunks().forEach(chunk -> out.writeBytes(chunk.toBytes()));
        return new NewEntry(KIND, 1, out.toByteArray());
    }

    private static Manifest manifest(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        Hash file = hash(in);
        long bytes = in.getLong();
        List<Hash> chunks = new ArrayList<>();
        while (in.hasRemaining()) {
            chunks.add(hash(in));
        }
        return new Manifest(file, bytes, chunks);
    }

    private static Hash hash(ByteBuffer in) {
        byte[] bytes = new byte[Hash.BYTES];
        in.get(bytes);
        return Hash.ofBytes(bytes);
    }

    private void read() {
        for (List<PlacedEntry> news = node.log.readFrom(read, 500);
                !news.isEmpty();
                news = node.log.readFrom(read, 500)) {
            for (PlacedEntry placed : news) {
                read = placed.position();
                byte[] content = placed.entry().content();
                if (placed.entry().header().kind().equals(KIND) && content != null) {
                    Manifest manifest = manifest(content);
                    manifests.put(manifest.file(), manifest);
                    streams.put(manifest.file(), placed.entry().stream());
                }
            }
        }
    }

    List<Manifest> all() {
        read();
        return List.copyOf(manifests.values());
    }

    @Override
    public boolean gives(HubId peer, Hash file) {
        read();
        StreamId stream = streams.get(file);
        return stream != null && node.audience.offers(peer, stream);
    }

    @Override
    public List<Hash> wants(HubId peer, Predicate<Hash> mayAsk) {
        read();
        return manifests.values().stream()
                .filter(manifest -> isWanted(peer, manifest))
                .map(Manifest::file)
                .filter(mayAsk)
                .toList();
    }

    @Override
    public Optional<Manifest> manifest(HubId peer, Hash file) {
        read();
        return Optional.ofNullable(manifests.get(file)).filter(manifest -> isWanted(peer, manifest));
    }

    private boolean isWanted(HubId peer, Manifest manifest) {
        return !node.blobs.has(manifest.file()) && node.audience.accepts(peer, streamOf(manifest));
    }

    private StreamId streamOf(Manifest manifest) {
        return java.util.Objects.requireNonNull(streams.get(manifest.file()));
    }

    @Override
    public long bytesPerSecondMax(HubId peer) {
        return Long.MAX_VALUE;
    }

    @Override
    public Runnable onChange(Runnable hint) {
        return () -> {};
    }
}
