package id.jipp.core.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The folder an index lies in. What is torn, of another form or not ours at all is emptied: the log has it all. */
final class IndexFolder {
    static final String FORM = "jipp.form";
    static final String POSITION = "jipp.position";

    /** Raise it whenever documents are indexed differently; the index is then made anew. */
    static final String FORM_NOW = "4";

    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());

    private IndexFolder() {}

    /** The folder, sound or empty. */
    static Directory open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
            if (isSound(directory)) {
                return directory;
            }
        } catch (IOException | RuntimeException inUse) {
            directory.close();
            throw inUse;
        }
        directory.close();
        empty(folder);
        return FSDirectory.open(folder);
    }

    static long positionOf(Map<String, String> commitData) {
        return Long.parseLong(commitData.getOrDefault(POSITION, "0"));
    }

    private static boolean isSound(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!FORM_NOW.equals(data.get(FORM))) {
                LOG.log(System.Logger.Level.INFO, "The search index has another form; it is made anew");
                return false;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return positionOf(data) >= 0;
        } catch (IndexNotFoundException nothingYet) {
            return directory.listAll().length == 0;
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | java.io.EOFException
                | java.nio.file.NoSuchFileException
                | IllegalArgumentException torn) {
            LOG.log(System.Logger.Level.WARNING, "The search index cannot be read; it is made anew", torn);
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
