package id.jipp.core.log;

import java.util.List;

/**
 * The proof that a hub signed two different entries under one number, and so that its stream stands still here. Each
 * side is a chain without payloads whose last entry is signed. Where only the entry after the fork came, {@code theirs}
 * begins with it: what it names as previous is not what is held here.
 *
 * @param seq the number signed twice; everything before it is undisputed
 */
public record Fork(StreamId stream, long seq, List<Entry> ours, List<Entry> theirs) {
    public Fork {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }
}
