// What the page of sigma.mjs runs: reads the GEXF text in the page and draws it with sigma.js.
import Graph from 'graphology';
import {parse} from 'graphology-gexf/browser';
import Sigma from 'sigma';
import EdgeCurve, {EdgeCurvedArrowProgram, indexParallelEdgesIndex} from '@sigma/edge-curve';

const text = document.getElementById('gexf').textContent;
const graph = parse(Graph, JSON.parse(text));
indexParallelEdgesIndex(graph, {edgeIndexAttribute: 'nth', edgeMaxIndexAttribute: 'many'});
graph.forEachEdge((edge, {nth, weight}) => {
  graph.mergeEdgeAttributes(edge, {
    type: 'curved', curvature: 0.15 * (1 + (nth ?? 0)), size: 1 + Math.sqrt(weight ?? 1),
  });
});
// Gephi's sizes are of the drawing's own unit, sigma's of the screen.
graph.forEachNode((node, {size}) => graph.setNodeAttribute(node, 'size', (size ?? 10) / 3));
const sigma = new Sigma(graph, document.getElementById('stage'), {
  defaultEdgeType: 'curved',
  edgeProgramClasses: {curved: EdgeCurvedArrowProgram ?? EdgeCurve},
  labelFont: 'Noto Sans, Noto Sans Arabic, sans-serif',
});
sigma.once('afterRender', () => {
  window.drawn = {
    nodes: graph.order,
    edges: graph.size,
    labels: [...sigma.getNodeDisplayedLabels()].map(
      (node) => graph.getNodeAttribute(node, 'label')),
    colors: [...new Set(graph.mapNodes((_, {color}) => color))].sort(),
    kinds: [...new Set(graph.mapEdges((_, {kind}) => kind))].sort(),
    places: graph.mapNodes((node) => {
      const {x, y} = sigma.getNodeDisplayData(node);
      return [x, y];
    }),
  };
});
sigma.refresh();
