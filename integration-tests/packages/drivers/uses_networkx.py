# python: 3.8+
# debian: python3-networkx
import networkx as nx

graph = nx.Graph()
graph.add_weighted_edges_from(
    [(1, 2, 4), (1, 3, 2), (3, 2, 1), (2, 4, 5), (3, 4, 8), (4, 5, 3), (6, 7, 1)]
)
print(
    nx.shortest_path(graph, 1, 4, 'weight'),
    nx.dijkstra_path_length(graph, 1, 5),
    dict(nx.all_pairs_shortest_path_length(graph))[1],
    list(nx.connected_components(graph)),
    nx.is_connected(graph),
)
print(
    sorted(nx.minimum_spanning_edges(graph, data=False)),
    list(nx.bfs_edges(graph, 1)),
    list(nx.dfs_preorder_nodes(graph, 1)),
    list(nx.articulation_points(graph)),
    sorted(map(sorted, nx.biconnected_components(graph))),
)
print(
    nx.degree_centrality(graph)[1],
    nx.betweenness_centrality(graph)[4],
    nx.clustering(graph, 3),
    nx.density(graph),
    sorted(map(sorted, nx.find_cliques(graph))),
    nx.core_number(graph),
    nx.greedy_color(graph),
)
for action in (
    lambda: nx.shortest_path(graph, 1, 7),
    lambda: nx.shortest_path(graph, 1, 99),
    lambda: graph.remove_node(99),
    lambda: graph[1][99],
    lambda: nx.diameter(graph),
    lambda: nx.topological_sort(graph).__next__(),
    lambda: nx.eulerian_circuit(graph).__next__(),
    lambda: nx.from_dict_of_lists(3),
    lambda: nx.strongly_connected_components(graph).__next__(),
):
    try:
        print(action())
    except (nx.NetworkXException, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, str(error)[:60])
directed = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (6, 4)])
print(
    list(nx.strongly_connected_components(directed)),
    list(nx.simple_cycles(directed)),
    nx.condensation(directed).edges,
    nx.find_cycle(directed),
    list(nx.ancestors(directed, 5)),
    nx.is_directed_acyclic_graph(directed),
)
directed.remove_edge(3, 1)
print(
    list(nx.topological_sort(directed)),
    list(nx.lexicographical_topological_sort(directed)),
    nx.dag_longest_path(directed),
    list(nx.topological_generations(directed)),
    nx.transitive_closure(directed).number_of_edges(),
    list(nx.all_simple_paths(directed, 1, 5)),
    dict(nx.immediate_dominators(directed, 1)),
)
flow = nx.DiGraph()
for source, target, capacity in ((0, 1, 3), (0, 2, 2), (1, 2, 1), (1, 3, 2), (2, 3, 4)):
    flow.add_edge(source, target, capacity=capacity, weight=capacity)
print(
    nx.maximum_flow(flow, 0, 3),
    nx.minimum_cut(flow, 0, 3)[0],
    nx.max_flow_min_cost(flow, 0, 3),
    dict(nx.bellman_ford_predecessor_and_distance(flow, 0)[1]),
    nx.astar_path(flow, 0, 3, lambda a, b: 0),
    nx.floyd_warshall(flow)[0][3],
)
multi = nx.MultiGraph([(1, 2), (1, 2), (2, 3)])
multi.add_edge(1, 2, key='k', weight=3)
print(
    list(multi.edges(keys=True, data='weight', default=0)),
    multi.degree(1),
    multi.subgraph([1, 2]).size(),
    nx.to_dict_of_lists(multi),
    multi,
)
for made in (
    nx.complete_graph(4),
    nx.cycle_graph(5),
    nx.grid_2d_graph(2, 3),
    nx.petersen_graph(),
    nx.balanced_tree(2, 2),
    nx.gnp_random_graph(8, 0.4, seed=3),
    nx.barabasi_albert_graph(8, 2, seed=3),
    nx.star_graph(3),
    nx.hypercube_graph(3),
    nx.karate_club_graph(),
):
    print(
        made.number_of_nodes(),
        made.number_of_edges(),
        nx.is_bipartite(made),
        nx.check_planarity(made)[0],
        nx.is_eulerian(made),
        len(nx.max_weight_matching(made)),
        nx.node_connectivity(made),
        nx.is_tree(made),
    )
print(
    '\n'.join(nx.generate_gml(nx.path_graph(2))),
    list(nx.generate_adjlist(graph)),
    nx.parse_edgelist(['1 2 {"w": 3}', '2 3 {}'], nodetype=int).edges,
    nx.node_link_data(nx.path_graph(2)),
    nx.could_be_isomorphic(nx.cycle_graph(4), nx.grid_2d_graph(2, 2)),
    nx.is_isomorphic(nx.cycle_graph(4), nx.grid_2d_graph(2, 2)),
)
print(
    nx.relabel_nodes(graph, lambda node: node * 10).nodes,
    nx.compose(graph, nx.Graph([(8, 9)])).size(),
    nx.difference(nx.path_graph(3), nx.empty_graph(3)).edges,
    nx.line_graph(nx.path_graph(4)).nodes,
    list(nx.community.greedy_modularity_communities(nx.karate_club_graph()))[0].__len__(),
    list(nx.community.label_propagation_communities(nx.path_graph(4))),
    nx.algorithms.tree.to_prufer_sequence(nx.path_graph(5)),
)
