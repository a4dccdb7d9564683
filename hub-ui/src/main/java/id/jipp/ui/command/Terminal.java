package id.jipp.ui.command;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.sync.parcel.ParcelProgress;
import id.jipp.ui.text.Texts;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Where a command speaks, in the language of its terminal; progress is one line for every 16 MB. */
record Terminal(PrintStream out, Texts texts, Locale locale) {
    private static final long STEP_BYTES = 16L << 20;

    void say(List<String> sentences) {
        sentences.forEach(out::println);
    }

    void refused(Outcome.Refused<?> refused) {
        for (Problem problem : refused.problems()) {
            out.println(texts.say(problem, locale));
        }
    }

    /** @param bytesTotal 0 where nobody knows */
    ParcelProgress progress(long bytesTotal) {
        return new ParcelProgress() {
            private long said;

            @Override
            public void at(long bytes, long entries) {
                if (bytes - said >= STEP_BYTES) {
                    said = bytes;
                    out.println(
                            bytesTotal == 0
                                    ? texts.getTranslation("parcel.progress", locale, bytes >> 20)
                                    : texts.getTranslation(
                                            "parcel.progress.of", locale, bytes >> 20, bytesTotal >> 20));
                }
            }
        };
    }
}
