package id.jipp.core.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All 38 provinces and 514 regencies and cities, and the whole country as {@code 00} Nasional. Immutable; loaded once
 * from the program's own resources, whose source and licence lie beside them.
 */
public final class Areas {
    private static final int AREA_WORDS_MAX = 6;

    private static final class Official {
        private static final Areas LOADED = new Areas(read());
    }

    private final Map<AreaCode, Area> byCode;
    private final List<Area> provinces;
    private final Map<AreaCode, List<Area>> byProvince = new HashMap<>();
    private final Map<String, Area> byFullName = new HashMap<>();
    private final Map<String, List<Area>> byShortName = new HashMap<>();

    private Areas(Collection<Area> areas) {
        TreeMap<AreaCode, Area> sorted = new TreeMap<>();
        areas.forEach(area -> sorted.put(area.code(), area));
        byCode = Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
        provinces = byCode.values().stream()
                .filter(area -> area.code().isProvince())
                .toList();
        for (Area province : provinces) {
            byProvince.put(province.code(), regenciesOf(province));
        }
        byCode.values().forEach(this::index);
    }

    /** The areas this program ships with. */
    public static Areas official() {
        return Official.LOADED;
    }

    public Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The name to show for a code; the code itself where the list does not have it. */
    public String nameOf(AreaCode code) {
        Area area = byCode.get(code);
        return area == null ? code.value() : area.name();
    }

    /**
     * The area people mean by that name, whatever its case, dots, spacing, "Kab.", "Provinsi" or usual abbreviation;
     * empty if none or several ({@code Bandung} is a regency and a city). A province's bare name is the province.
     */
    public Optional<Area> named(String name) {
        return AreaNames.readings(name)
                .map(this::namedExactly)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As {@link #named(String)}, but among the regencies and cities of one province. */
    public Optional<Area> named(String name, AreaCode province) {
        Optional<Area> plain = named(name);
        if (plain.isPresent() && plain.get().code().province().equals(province)) {
            return plain;
        }
        List<Area> there = byShortName.getOrDefault(AreaNames.shortForm(AreaNames.fold(name)), List.of()).stream()
                .filter(area -> area.code().province().equals(province))
                .toList();
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    /**
     * The area an office's name tells: {@code Dinas Kesehatan Kabupaten Sinjai}, {@code RSUD Koja, Provinsi DKI
     * Jakarta}; Nasional for ministries. A regency or city wins over a province. Empty if none or several.
     */
    public Optional<Area> mentionedIn(String office) {
        List<String> words = List.of(AreaNames.fold(office).split(" "));
        Set<Area> regencies = new LinkedHashSet<>();
        Set<Area> provinces = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = Math.min(words.size(), from + AREA_WORDS_MAX); to > from; to--) {
                Area area = byFullName.get(AreaNames.fold(String.join(" ", words.subList(from, to))));
                if (area != null && !area.code().equals(AreaCode.NATIONAL)) {
                    (area.code().isProvince() ? provinces : regencies).add(area);
                    from = to - 1;
                    break;
                }
            }
        }
        Set<Area> told = regencies.isEmpty() ? provinces : regencies;
        if (told.isEmpty() && AreaNames.isOfTheCentre(words)) {
            return find(AreaCode.NATIONAL);
        }
        return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
    }

    /** In the order of codes. */
    public List<Area> provinces() {
        return provinces;
    }

    /** Regencies and cities of a province, in the order of codes. */
    public List<Area> within(AreaCode province) {
        return byProvince.getOrDefault(province, List.of());
    }

    private Optional<Area> namedExactly(String folded) {
        Area full = byFullName.get(folded);
        if (full != null) {
            return Optional.of(full);
        }
        List<Area> candidates = byShortName.getOrDefault(folded, List.of());
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private List<Area> regenciesOf(Area province) {
        return byCode.values().stream()
                .filter(area -> !area.equals(province) && area.code().province().equals(province.code()))
                .toList();
    }

    private void index(Area area) {
        String folded = AreaNames.fold(area.name());
        byFullName.put(folded, area);
        byFullName.putIfAbsent(folded.replace(" ", ""), area);
        if (area.code().isProvince()) {
            byFullName.put("provinsi " + folded, area);
            AreaNames.abbreviationsOf(area.code().value()).forEach(name -> {
                byFullName.put(name, area);
                byFullName.put("provinsi " + name, area);
            });
        } else {
            byShortName
                    .computeIfAbsent(AreaNames.shortForm(folded), none -> new ArrayList<>(2))
                    .add(area);
        }
    }

    private static List<Area> read() {
        List<Area> areas = new ArrayList<>(560);
        areas.add(new Area(AreaCode.NATIONAL, "Nasional"));
        for (String[] row : rows("/areas/provinces.csv")) {
            areas.add(new Area(new AreaCode(row[0]), row[1]));
        }
        for (String[] row : rows("/areas/regencies.csv")) {
            areas.add(new Area(new AreaCode(row[0]), row[2]));
        }
        return areas;
    }

    /** The rows under the header; these two files have neither quotes nor commas within names. */
    private static List<String[]> rows(String resource) {
        try (InputStream in = Areas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
