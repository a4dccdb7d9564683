package id.jipp.ui.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be said of a seminar, for the API's document. */
@Schema(name = "SeminarFields")
record SeminarFieldsView(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 250)
        String title,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "An hour with its zone, a day or a year, as exactly as it is known",
                example = "2023-11-02T09:00+08:00")
        String start,

        @Nullable String end,
        @Nullable String place,
        @Nullable String organiser,
        @Nullable String topic,
        @Nullable String sourceUrl,
        @Nullable List<SeminarView.SessionView> sessions,
        @Nullable List<SeminarView.SpeakerView> speakers) {}
