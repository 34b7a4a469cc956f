import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

/** A Python with networkx, which did not write the files it reads; undefined where there is none. */
export const python = ['python3', '/usr/bin/python3'].find(
  (each) => spawnSync(each, ['-c', 'import networkx, xml.dom.minidom, csv']).status === 0,
);

/** Has a Python program read a file, and returns the JSON it prints. */
export function readBy<T>(file: string, program: string): T {
  const { stdout, stderr, status } = spawnSync(python!, ['-c', program, file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

export interface ReadGraph {
  nodes: Array<{ label: string; type: string; in_yuan: number }>;
  edges: Array<{
    relation: string;
    amount_yuan: number | null;
    amount_fen: number | null;
    rows: number;
    guess: boolean;
    isLoop: boolean;
  }>;
  about: string;
}

const networkx = (read: string, about: string) => `
import json, sys, networkx as nx
from xml.dom import minidom
minidom.parse(sys.argv[1])
g = nx.${read}(sys.argv[1])
print(json.dumps({
  'nodes': [dict(label=d.get('label'), type=d.get('type'), in_yuan=d.get('in_yuan')) for _, d in g.nodes(data=True)],
  'edges': [dict(relation=d.get('relation'), amount_yuan=d.get('amount_yuan'), amount_fen=d.get('amount_fen'), rows=d.get('rows'), guess=d.get('guess'), isLoop=a == b) for a, b, d in g.edges(data=True)],
  'about': ${about},
}))`;

/** Programs that print a file as a ReadGraph. */
export const graphReaders = {
  graphml: networkx('read_graphml', "g.graph.get('about')"),
  gexf: networkx('read_gexf', "minidom.parse(sys.argv[1]).getElementsByTagName('description')[0].firstChild.data"),
} as const;

/** A program that prints the rows of a CSV file as objects of texts. */
export const csvReader = `
import csv, json, sys
print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline='')))))`;
