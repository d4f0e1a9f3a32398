# debian: python3-networkx
"""networkx finds ways, parts and a tree in a graph of 60 nodes: `scale` times."""
import sys

import networkx


def main(scale):
    for round_ in range(scale):
        graph = networkx.Graph()
        graph.add_weighted_edges_from(
            (node, (node * 7 + step * 13 + round_) % 60, 1 + (node * step) % 9) for node in range(60) for step in (1, 2, 3))
        dict(networkx.all_pairs_shortest_path_length(graph))
        networkx.dijkstra_path_length(graph, 0, 30)
        list(networkx.connected_components(graph))
        list(networkx.minimum_spanning_edges(graph, data=False))


if __name__ == '__main__':
    main(int(sys.argv[1]))
