package id.jipp.core.log;

/** An entry and its place in this hub's arrival order. */
public record PlacedEntry(Position position, Entry entry) {}
