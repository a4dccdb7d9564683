package id.jipp.ui.api;

import java.util.List;

/**
 * What went wrong (RFC 9457).
 *
 * @param type {@code urn:jipp:problem:} and the code of the first error
 * @param detail a full sentence in the language of the request
 * @param errors one for each thing that is wrong; never empty
 */
record ApiProblem(String type, String title, int status, String detail, List<FieldProblem> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param field which field of the input; empty for the whole
     * @param reason a full sentence
     * @param code the reason for programs
     */
    record FieldProblem(String field, String reason, String code) {}
}
