package id.jipp.ui.story;

import com.microsoft.playwright.Page;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Where the stories play: Bali and Jawa Timur, two whole hubs that are linked, and a browser. Made once for all stories of a
 * run, so a story uses titles of its own and counts on nothing another left behind.
 */
final class Stage implements AutoCloseable {
    private static final HubId JATIM = new HubId("jatim");
    static final Person COORDINATOR =
            new Person(new PersonId(new HubId("bali"), "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));

    private final Path folder;
    private final RunningHub bali;
    private final RunningHub jatim;
    private final Browser browser;

    private Stage() {
        try {
            folder = Files.createTempDirectory("jipp-stage");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        bali = RunningHub.start("bali", "Bali", "51", folder);
        jatim = RunningHub.start("jatim", "Jawa Timur", "35", folder);
        browser = Browser.start();
    }

    RunningHub bali() {
        return bali;
    }

    RunningHub jatim() {
        return jatim;
    }

    Browser browser() {
        return browser;
    }

    /** The coordinator of a hub at an office computer. */
    Page coordinator(RunningHub hub) {
        return browser.signedIn(hub, "koordinator", 1280, 900, false);
    }

    /** Somebody of the staff with a phone. */
    Page staff(RunningHub hub) {
        return browser.signedIn(hub, "staf", 390, 844, false);
    }

    /** A room at Bali that Jawa Timur takes part in. */
    Room room(String title) {
        return bali.bean(Rooms.class)
                .open(title, "Supaya satu kantor tidak mulai dari nol.", List.of("Umum"), Set.of(JATIM), COORDINATOR)
                .orThrow();
    }

    /** Bali's coordinator says it, past any page. */
    MessageId say(Room room, String text) {
        return bali.bean(Rooms.class)
                .say(room.id(), UUID.randomUUID().toString(), "Umum", text, Map.of(), COORDINATOR)
                .orThrow()
                .id();
    }

    @Override
    public void close() {
        browser.close();
        jatim.close();
        bali.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException leftToTheSystem) {
            folder.toFile().deleteOnExit();
        }
    }

    /** Gives a test the stage as a parameter. */
    static final class Play implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stage.class, first -> new Stage(), Stage.class);
        }
    }
}
