package id.jipp.sync.simulation;

import java.util.ArrayList;
import java.util.List;

/** Which hubs have a connection of their own. */
enum Shape {
    STAR,
    CHAIN,
    RING,
    MESH;

    List<List<Node>> edges(List<Node> nodes) {
        List<List<Node>> edges = new ArrayList<>();
        int last = nodes.size() - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = i + 1; j <= last; j++) {
                boolean joined = switch (this) {
                    case STAR -> i == 0;
                    case CHAIN -> j == i + 1;
                    case RING -> j == i + 1 || i == 0 && j == last;
                    case MESH -> true;
                };
                if (joined) {
                    edges.add(List.of(nodes.get(i), nodes.get(j)));
                }
            }
        }
        return edges;
    }
}
