package id.jipp.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintWordsTest {
    private final byte[] one = new byte[32];
    private final byte[] other = {
        9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8
    };

    @Test
    void thereAre256DifferentPlainWordsInOrder() {
        assertThat(FingerprintWords.WORDS).hasSize(256).doesNotHaveDuplicates().isSorted();
        assertThat(FingerprintWords.WORDS).allMatch(word -> word.matches("[a-z]{3,8}"));
    }

    @Test
    void bothSidesReadOutTheSameFourWords() {
        assertThat(FingerprintWords.of(one, other)).isEqualTo(FingerprintWords.of(other, one));
        assertThat(FingerprintWords.of(one, other).split(" ")).hasSize(4);
    }

    @Test
    void anotherKeyHasOtherWords() {
        assertThat(FingerprintWords.of(one)).isNotEqualTo(FingerprintWords.of(other));
        assertThat(FingerprintWords.of(one, other)).isNotEqualTo(FingerprintWords.of(one, one));
    }

    @Test
    void theWordsOfAKeyNeverChange() {
        assertThat(FingerprintWords.of(one)).isEqualTo("bambu jagung otot mangkuk");
    }
}
