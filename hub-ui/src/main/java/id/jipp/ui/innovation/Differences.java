package id.jipp.ui.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where two texts of the same record differ, in the words of the form. */
final class Differences {
    /** @param field its label */
    record Difference(String field, String theirs, String mine) {}

    private Differences() {}

    static List<Difference> between(
            InnovationFields theirs, InnovationFields mine, Areas areas, Texts texts, Locale locale) {
        Map<String, String> one = shown(theirs, areas, texts, locale);
        Map<String, String> other = shown(mine, areas, texts, locale);
        List<Difference> differences = new ArrayList<>();
        one.forEach((field, value) -> {
            String changed = other.getOrDefault(field, "");
            if (!value.equals(changed)) {
                differences.add(
                        new Difference(texts.getTranslation("innovation.field." + field, locale), value, changed));
            }
        });
        return differences;
    }

    private static Map<String, String> shown(InnovationFields fields, Areas areas, Texts texts, Locale locale) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("title", fields.title());
        shown.put("localName", fields.localName());
        shown.put("summary", fields.summary());
        shown.put("agency", fields.agency());
        shown.put("area", area(fields, areas));
        shown.put("year", fields.year() == null ? "" : fields.year().toString());
        shown.put(
                "phase",
                fields.phase() == null
                        ? ""
                        : texts.getTranslation("words.phase." + fields.phase().code(), locale));
        shown.put("problem", fields.problem());
        shown.put("solution", fields.solution());
        shown.put("result", fields.result());
        shown.put("beneficiaries", fields.beneficiaries());
        shown.put(
                "costClass",
                fields.costClass() == null
                        ? ""
                        : texts.getTranslation(
                                "words.cost." + fields.costClass().code(), locale));
        shown.put(
                "digital",
                fields.digital() == null
                        ? ""
                        : texts.getTranslation(fields.digital() ? "words.yes" : "words.no", locale));
        shown.put("legalBasis", fields.legalBasis());
        shown.put("sdg", fields.sdg().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        shown.put("category", fields.category());
        shown.put("award", fields.award());
        shown.put("sourceUrl", fields.sourceUrl());
        return shown;
    }

    private static String area(InnovationFields fields, Areas areas) {
        try {
            return fields.areaCode().isBlank() ? fields.areaName() : areas.nameOf(new AreaCode(fields.areaCode()));
        } catch (IllegalArgumentException notACode) {
            return fields.areaCode();
        }
    }
}
