package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.nio.file.Path;

/**
 * A whole file, to be given to somebody who may have it.
 *
 * @param path for reading only
 * @param name safe to save under
 * @param type its media type as this hub found it, whatever others say of it
 * @param inline whether a browser may show it by itself; all else is only ever saved
 */
public record StoredFile(Hash file, Path path, long bytes, String name, String type, boolean inline) {}
