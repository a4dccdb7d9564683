package id.jipp.core.area;

/** A province, a regency, a city, or the whole country: its code and its official name. */
public record Area(AreaCode code, String name) {}
