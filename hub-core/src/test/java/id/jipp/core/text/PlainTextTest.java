package id.jipp.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    /** What is usual, and all that is not: spaces, line ends, marks, what cannot be seen, halves of characters. */
    private static final String CHARS =
            "aZ09.,-(é’“–…ÿʯ \n\t\r\u00A0\u00AD\u0000\u007F\u0085\u0300\u0301\u200B\u200F\u2028\u2000\uD83D\uDE00";

    @Test
    void aTextThatIsPlainAtAGlanceIsWhatMakingItPlainAnswers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            assertThat(PlainText.line(text)).isEqualTo(PlainText.madeLine(text));
            assertThat(PlainText.lines(text)).isEqualTo(PlainText.madeLines(text));
        }
    }

    @Test
    void anOrdinaryTextIsLeftAlone() {
        String text = "Olah sampah setempat (TOSS) – “dari kami”.\n\nBiaya: Rp 0,-\nSelesai.";

        assertThat(PlainText.lines(text)).isSameAs(text);
    }

    /** Mostly letters, so that many of them are plain. */
    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(10);
            text.append(
                    kind < 6 ? 'a' : kind < 8 ? " \n".charAt(kind - 6) : CHARS.charAt(random.nextInt(CHARS.length())));
        }
        return text.toString();
    }
}
