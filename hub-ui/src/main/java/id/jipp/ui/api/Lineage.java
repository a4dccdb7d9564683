package id.jipp.ui.api;

import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import java.util.List;

/**
 * The family of an innovation, from its origin down.
 *
 * @param id the innovation that was asked for; it is somewhere in the tree
 */
record Lineage(String id, Node root) {
    /** @param children those that took it over from here, under their own local names */
    record Node(
            String id,
            String hub,
            String title,
            String localName,
            String agency,
            String areaCode,
            String areaName,
            String state,
            List<Node> children) {}

    /** Of one that nobody took over yet, and that was taken over from nobody. */
    static Lineage ofItself(Innovation innovation, Areas areas) {
        return new Lineage(
                innovation.id().toString(),
                new Node(
                        innovation.id().toString(),
                        innovation.id().hub().value(),
                        innovation.fields().title(),
                        innovation.fields().localName(),
                        innovation.fields().agency(),
                        innovation.area().value(),
                        areas.nameOf(innovation.area()),
                        innovation.status().code(),
                        List.of()));
    }
}
