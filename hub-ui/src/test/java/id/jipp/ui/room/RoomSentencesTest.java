package id.jipp.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence the module uses is given to it, in both languages, and no other. */
class RoomSentencesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void theModuleIsGivenExactlyTheSentencesItUses() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String file : new String[] {"hub-room.js", "room/rows.js", "room/view.js"}) {
            Pattern.compile("\\btexts\\.([a-zA-Z]+)")
                    .matcher(Files.readString(RESOURCES.resolve("META-INF/resources/js/" + file)))
                    .results()
                    .forEach(use -> used.add(use.group(1)));
        }

        assertThat(used).isEqualTo(new TreeSet<>(RoomConfig.SENTENCES));
    }

    @Test
    void everySentenceStandsInBothLanguages() throws IOException {
        Set<String> given = new TreeSet<>(RoomConfig.SENTENCES);

        assertThat(keys("id")).isEqualTo(given);
        assertThat(keys("en")).isEqualTo(given);
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        Pattern.compile("^room\\.page\\.([a-zA-Z]+)=.+$", Pattern.MULTILINE)
                .matcher(Files.readString(RESOURCES.resolve("i18n/room_" + language + ".properties")))
                .results()
                .forEach(line -> keys.add(line.group(1)));
        return keys;
    }
}
