package id.jipp.ui.open;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Phase;
import id.jipp.core.innovation.Status;
import id.jipp.core.log.HubId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the address of the public catalogue. A value that cannot be read counts as not given. */
record OpenQuery(
        String text,
        @Nullable AreaCode area,
        @Nullable Phase phase,
        @Nullable HubId hub,
        @Nullable Status status,
        int page) {
    static final int SIZE = 20;
    static final List<String> NAMES = List.of("q", "area", "phase", "hub", "status", "page");
    private static final int PAGES_MAX = 5_000;
    private static final int TEXT_LENGTH_MAX = 200;

    static OpenQuery of(ServerRequest request) {
        return new OpenQuery(
                cut(request.param("q").orElse("").strip()),
                read(request, "area", AreaCode::new),
                read(request, "phase", code -> Phase.valueOf(code.toUpperCase(Locale.ROOT))),
                read(request, "hub", HubId::new),
                read(request, "status", code -> listed(Status.valueOf(code.toUpperCase(Locale.ROOT)))),
                page(read(request, "page", Integer::valueOf)));
    }

    InnovationQuery toQuery() {
        return new InnovationQuery(text, area, phase, null, hub, status, InnovationQuery.Sort.RELEVANCE, page, SIZE);
    }

    String at(int otherPage) {
        Map<String, String> values = values();
        if (otherPage > 0) {
            values.put("page", String.valueOf(otherPage));
        }
        return address(values);
    }

    /** The address of this list with that facet at that value, from the first page on; null takes the facet away. */
    String with(String facet, @Nullable String value) {
        Map<String, String> values = values();
        values.remove(facet);
        if (value != null) {
            values.put(facet, value);
        }
        return address(values);
    }

    /** What a new search in this list keeps: the facets. */
    Map<String, String> kept() {
        Map<String, String> kept = values();
        kept.remove("q");
        return kept;
    }

    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        if (!text.isEmpty()) {
            values.put("q", text);
        }
        if (area != null) {
            values.put("area", area.value());
        }
        if (phase != null) {
            values.put("phase", phase.code());
        }
        if (hub != null) {
            values.put("hub", hub.value());
        }
        if (status != null) {
            values.put("status", status.code());
        }
        return values;
    }

    private static String address(Map<String, String> values) {
        var address = UriComponentsBuilder.fromPath("/inovasi");
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static Status listed(Status status) {
        return switch (status) {
            case ACTIVE, UNCONFIRMED, RETIRED -> status;
            case DRAFT, WITHDRAWN -> throw new IllegalArgumentException("Not in any list");
        };
    }

    private static <T> @Nullable T read(ServerRequest request, String name, Function<String, T> form) {
        String given = request.param(name).orElse("").strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            return form.apply(given);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static int page(@Nullable Integer page) {
        return page == null ? 0 : Math.clamp(page, 0, PAGES_MAX);
    }

    private static String cut(String text) {
        return text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text;
    }
}
