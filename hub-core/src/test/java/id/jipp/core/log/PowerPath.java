package id.jipp.core.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/** The one file of a disk, as H2 asks for it. */
final class PowerPath extends FilePath {
    private static PowerPath of(String name) {
        PowerPath place = new PowerPath();
        place.name = name;
        return place;
    }

    private PowerDisk disk() {
        return PowerDisk.called(name);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return disk().open();
    }

    @Override
    public long size() {
        return disk().size();
    }

    @Override
    public boolean exists() {
        return size() > 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public @Nullable FilePath getParent() {
        return null;
    }

    @Override
    public String getScheme() {
        return "power";
    }

    @Override
    public FilePath getPath(String path) {
        return of(path);
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public boolean isRegularFile() {
        return true;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public void moveTo(FilePath other, boolean atomic) {
        disk().moveAside();
    }

    @Override
    public boolean createFile() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setReadOnly() {
        throw new UnsupportedOperationException();
    }
}
