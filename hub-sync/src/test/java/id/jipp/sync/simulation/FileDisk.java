package id.jipp.sync.simulation;

import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PowerDisk;
import id.jipp.core.log.Signer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** The product's own file, on a disk that loses or tears what was not synced. */
final class FileDisk implements Disk {
    private final PowerDisk disk;
    private final Path folders;
    private final Random chance;

    FileDisk(Path folders, long seed) {
        this(new PowerDisk(), folders, new Random(seed));
    }

    private FileDisk(PowerDisk disk, Path folders, Random chance) {
        this.disk = disk;
        this.folders = folders;
        this.chance = chance;
    }

    /** From now on its syncs do nothing. */
    FileDisk lying() {
        disk.lie();
        return this;
    }

    @Override
    public HubLog open(Signer signer, AuthorKeys keys, Clock clock) {
        return disk.open(folders, signer, keys, clock, new Random(chance.nextLong()));
    }

    /** A write is two to four operations on the file. */
    @Override
    public void cutAt(int write) {
        disk.cutAt(write * 3 - chance.nextInt(3));
    }

    @Override
    public void cut() {
        disk.cut();
    }

    @Override
    public boolean isDark() {
        return disk.isDark();
    }

    @Override
    public void powerUp() {
        disk.powerUp(chance);
    }

    @Override
    public Disk copy() {
        return new FileDisk(disk.copy(), folders, new Random(chance.nextLong()));
    }
}
