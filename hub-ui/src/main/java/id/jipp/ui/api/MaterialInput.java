package id.jipp.ui.api;

import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a program says of a material. Who shares with the network and says nothing of the consent says by this that the
 * speaker agreed.
 */
record MaterialInput(
        @Schema(description = "The id of a finished upload") @Nullable
        String upload,

        @Schema(description = "None means the file's own name") @Nullable
        String title,

        @Schema(description = "slides, paper, video, audio, image, data or other") @Nullable
        String kind,

        @Schema(description = "For example CC BY 4.0; needed before sharing with the network") @Nullable
        String licence,

        @Schema(description = "Whether the speaker agreed; none means yes where share is network") @Nullable
        Boolean consent,

        @Schema(description = "hub or network; none means hub") @Nullable
        String share) {

    static final MaterialInput NOTHING = new MaterialInput(null, null, null, null, null, null);

    MaterialInput with(String field, String value) {
        return new MaterialInput(
                field.equals("upload") ? value : upload,
                field.equals("title") ? value : title,
                field.equals("kind") ? value : kind,
                field.equals("licence") ? value : licence,
                field.equals("consent") ? yesOrNo(value) : consent,
                field.equals("share") ? value : share);
    }

    private static Boolean yesOrNo(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.of(HttpStatus.BAD_REQUEST, "consent", "not-yes-or-no");
        };
    }

    MaterialFields ofNew() {
        Share with = Codes.oneOf("share", share, Share.values());
        MaterialKind of = Codes.oneOf("kind", kind, MaterialKind.values());
        return fields(
                new MaterialFields("", of == null ? MaterialKind.OTHER : of, "", with == Share.NETWORK, Share.HUB));
    }

    /** What is not said stays as it is. */
    MaterialFields changing(Material material) {
        return fields(material.fields());
    }

    private MaterialFields fields(MaterialFields before) {
        MaterialKind of = Codes.oneOf("kind", kind, MaterialKind.values());
        Share with = Codes.oneOf("share", share, Share.values());
        return new MaterialFields(
                title == null ? before.title() : plain("title", title),
                of == null ? before.kind() : of,
                licence == null ? before.licence() : plain("licence", licence),
                consent == null ? before.consent() : consent,
                with == null ? before.share() : with);
    }

    private static String plain(String field, String text) {
        if (!PlainText.is(text)) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "not-plain-text");
        }
        return text;
    }
}
