package id.jipp.core.area;

import java.util.List;
import java.util.Optional;

/** All 38 provinces and 514 regencies and cities. Immutable; loaded once from the program's own resources. */
public final class Areas {
    /** The areas this program ships with. */
    public static Areas official() {
        throw new UnsupportedOperationException();
    }

    public Optional<Area> find(AreaCode code) {
        throw new UnsupportedOperationException();
    }

    /** The name to show for a code; the code itself where the list does not have it. */
    public String nameOf(AreaCode code) {
        throw new UnsupportedOperationException();
    }

    /** The area people mean by that name, whatever its case, "Kab.", "Provinsi" or spacing; empty if none or several. */
    public Optional<Area> named(String name) {
        throw new UnsupportedOperationException();
    }

    /** In the order of codes. */
    public List<Area> provinces() {
        throw new UnsupportedOperationException();
    }

    /** Regencies and cities of a province, in the order of codes. */
    public List<Area> within(AreaCode province) {
        throw new UnsupportedOperationException();
    }
}
