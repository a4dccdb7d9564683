package id.jipp.core.innovation;

import id.jipp.core.text.PlainText;

/** The text fields of an innovation, each with its name outside and its bound. */
enum TextField {
    TITLE("title", 200, false),
    LOCAL_NAME("localName", 120, false),
    AGENCY("agency", 200, false),
    AREA_CODE("areaCode", 20, false),
    AREA_NAME("areaName", 120, false),
    AWARD("award", 200, false),
    CATEGORY("category", 200, false),
    SUMMARY("summary", 2_000, true),
    PROBLEM("problem", 5_000, true),
    SOLUTION("solution", 5_000, true),
    RESULT("result", 5_000, true),
    BENEFICIARIES("beneficiaries", 5_000, true),
    LEGAL_BASIS("legalBasis", 1_000, true),
    SOURCE_URL("sourceUrl", InnovationRules.URL_CHARS_MAX, false);

    private final String key;
    private final int charsMax;
    private final boolean lines;

    TextField(String key, int charsMax, boolean lines) {
        this.key = key;
        this.charsMax = charsMax;
        this.lines = lines;
    }

    String key() {
        return key;
    }

    int charsMax() {
        return charsMax;
    }

    String plain(String typed) {
        return lines ? PlainText.lines(typed) : PlainText.line(typed);
    }

    String of(InnovationFields f) {
        return switch (this) {
            case TITLE -> f.title();
            case LOCAL_NAME -> f.localName();
            case AGENCY -> f.agency();
            case AREA_CODE -> f.areaCode();
            case AREA_NAME -> f.areaName();
            case AWARD -> f.award();
            case CATEGORY -> f.category();
            case SUMMARY -> f.summary();
            case PROBLEM -> f.problem();
            case SOLUTION -> f.solution();
            case RESULT -> f.result();
            case BENEFICIARIES -> f.beneficiaries();
            case LEGAL_BASIS -> f.legalBasis();
            case SOURCE_URL -> f.sourceUrl();
        };
    }

    InnovationFields with(InnovationFields f, String text) {
        if (of(f).equals(text)) {
            return f;
        }
        return new InnovationFields(
                this == TITLE ? text : f.title(),
                this == LOCAL_NAME ? text : f.localName(),
                this == AGENCY ? text : f.agency(),
                this == AREA_CODE ? text : f.areaCode(),
                this == AREA_NAME ? text : f.areaName(),
                f.year(),
                this == AWARD ? text : f.award(),
                this == CATEGORY ? text : f.category(),
                this == SUMMARY ? text : f.summary(),
                this == PROBLEM ? text : f.problem(),
                this == SOLUTION ? text : f.solution(),
                this == RESULT ? text : f.result(),
                this == BENEFICIARIES ? text : f.beneficiaries(),
                f.costClass(),
                this == LEGAL_BASIS ? text : f.legalBasis(),
                f.sdg(),
                f.digital(),
                f.phase(),
                this == SOURCE_URL ? text : f.sourceUrl(),
                f.notes());
    }
}
