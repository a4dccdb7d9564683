package id.jipp.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.Arrays;
import java.util.List;

/** The seven places of the product, in the order of the rail. */
enum Noun {
    DESK("", "desk"),
    INNOVATION("inovasi", "innovation"),
    REPLICATION("replikasi", "replication"),
    SEMINAR("seminar", "seminar"),
    ROOM("ruang", "room"),
    EQUITY("pemerataan", "equity"),
    NETWORK("jaringan", "network");

    private final String path;
    private final String icon;

    Noun(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    /** Those that have a page; the others come with their pages. */
    static List<Noun> withPage() {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        return Arrays.stream(values())
                .filter(noun -> routes.isPathAvailable(noun.path))
                .toList();
    }

    String path() {
        return path;
    }

    String icon() {
        return icon;
    }

    String key() {
        return "shell.noun." + icon;
    }

    boolean isAt(String location) {
        return location.equals(path) || !path.isEmpty() && location.startsWith(path + "/");
    }
}
