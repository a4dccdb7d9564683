package id.jipp.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextFoldingTest {
    private static final String CHARS = "abZ9-- ..'`()\n\u0001é’";

    @Test
    void aSimpleTextIsFoldedAsAnyTextIs() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            assertThat(TextFolding.fold(text)).as(text).isEqualTo(TextFolding.foldAny(text));
        }
    }

    @Test
    void aLongWordWithAHyphenIsNotJoined() {
        String text = "abcdefghijklmnopqrst-a abcdefghijklmnopqrstu-a a-abcdefghijklmnopqrstu";

        assertThat(TextFolding.fold(text))
                .isEqualTo(TextFolding.foldAny(text))
                .startsWith("abcdefghijklmnopqrst a abcdefghijklmnopqrsta ");
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(CHARS.charAt(random.nextInt(CHARS.length())));
        }
        return text.toString();
    }
}
