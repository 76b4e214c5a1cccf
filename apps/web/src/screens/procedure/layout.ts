import { graphlib, layout } from '@dagrejs/dagre';
import { isTogether, type Definition } from '@mouding/core';

/** A step on the drawing, with the corner at which it stands. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A way from one step to another; `outcomes` lead along it, none for the end of a group. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly outcomes: readonly string[];
}

const WIDTH = 200;
const HEIGHT = 64;

/** Every way between two steps; another round of the same stage is none. */
export function waysOf({ steps }: Definition): readonly Way[] {
  return steps.flatMap((step): readonly Way[] => {
    if (isTogether(step)) return [{ from: step.id, to: step.then, outcomes: [] }];
    const targets = [...new Set(Object.values(step.then))].filter((to) => to !== 'again');
    return targets.map((to) => ({
      from: step.id,
      to,
      outcomes: Object.entries(step.then).flatMap(([outcome, led]) => (led === to ? [outcome] : [])),
    }));
  });
}

/** Where each step stands so that ways run from top to bottom and cross little. */
export function placed(definition: Definition): readonly Placed[] {
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 56 });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = [...definition.steps.map(({ id }) => id), 'end'];
  for (const id of ids) graph.setNode(id, { width: WIDTH, height: HEIGHT });
  for (const { from, to } of waysOf(definition)) graph.setEdge(from, to);
  layout(graph);
  return ids.map((id) => {
    const { x, y } = graph.node(id);
    return { id, x: x - WIDTH / 2, y: y - HEIGHT / 2 };
  });
}
