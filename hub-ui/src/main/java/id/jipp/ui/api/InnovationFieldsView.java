package id.jipp.ui.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said of an innovation, for the API's document; {@link InnovationInput} reads it. */
@Schema(name = "InnovationFields", description = "Unknown fields are kept as notes.")
record InnovationFieldsView(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
        @Nullable String localName,
        @Nullable String agency,
        @Nullable @Schema(example = "51.05") String areaCode,
        @Nullable String areaName,
        @Nullable Integer year,
        @Nullable String award,
        @Nullable String category,
        @Nullable String summary,
        @Nullable String problem,
        @Nullable String solution,
        @Nullable String result,
        @Nullable String beneficiaries,

        @Nullable @Schema(allowableValues = {"none", "low", "medium", "high"})
        String costClass,

        @Nullable String legalBasis,
        @Nullable @Schema(description = "Goals 1 to 17") List<Integer> sdg,
        @Nullable Boolean digital,

        @Nullable @Schema(allowableValues = {"creation", "development", "institutionalisation"})
        String phase,

        @Nullable String sourceUrl,
        @Nullable Map<String, String> notes) {}
