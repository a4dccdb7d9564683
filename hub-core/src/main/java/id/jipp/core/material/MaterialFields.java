package id.jipp.core.material;

/**
 * What a person says of a material.
 *
 * @param title empty for the file's own name
 * @param licence under which others may use it, for example {@code CC BY 4.0}; empty if not said
 * @param consent whether its speaker agreed to what {@code share} says
 * @param share who may have it; {@link Share#NETWORK} needs a licence and the consent
 */
public record MaterialFields(String title, MaterialKind kind, String licence, boolean consent, Share share) {}
