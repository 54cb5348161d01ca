// Reads a GEXF file with graphology-gexf, and prints what it found as JSON.
// Usage: node read.mjs FILE (graphology and graphology-gexf are found from the working folder)
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const Graph = require('graphology');
const gexf = require('graphology-gexf');

const graph = gexf.parse(Graph, readFileSync(process.argv[2], 'utf8'));
const nodes = graph.mapNodes((key, attributes) => ({key, ...attributes}));
const edges = graph.mapEdges((key, attributes, source, target) => ({
  key, from: source, to: target, ...attributes,
}));
process.stdout.write(JSON.stringify({type: graph.type, multi: graph.multi, nodes, edges}));
