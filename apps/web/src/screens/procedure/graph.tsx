import { isTogether, type Definition } from '@mouding/core';
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useNavigate } from 'react-router';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { placed, waysOf } from './layout.ts';
import { outcomeSaid, targetSaid } from './said.ts';

interface StepData extends Record<string, unknown> {
  readonly title: string;
  readonly note: string;
  readonly isEnd: boolean;
}

const NODES = { step: StepNode };

/** The graph of a procedure, made from its definition. Whoever does not see it reads the list of stages. */
export function ProcedureGraph({ definition }: { readonly definition: Definition }) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const navigate = useNavigate();
  return (
    <>
      <p className="soft">{words.graphHint}</p>
      <div className="procedure-graph sheet" role="region" aria-label={words.graphLabel}>
        <ReactFlow
          nodes={nodesOf(definition, words, language)}
          edges={edgesOf(definition, language)}
          nodeTypes={NODES}
          fitView
          fitViewOptions={{ maxZoom: 1, minZoom: 0.7, nodes: beginning(definition) }}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          onNodeClick={(_, node) => void navigate(`?view=stages#step-${node.id}`)}
          proOptions={{ hideAttribution: true }}
        >
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </>
  );
}

/** The first steps, where a reader begins; the rest is scrolled to. */
const beginning = ({ steps }: Definition): { readonly id: string }[] =>
  steps.slice(0, 5).map(({ id }) => ({ id }));

type Words = (typeof PROCEDURE)['zh'];

function nodesOf(definition: Definition, words: Words, language: Language): Node<StepData>[] {
  const steps = new Map(definition.steps.map((step) => [step.id, step]));
  return placed(definition).map(({ id, x, y }) => {
    const step = steps.get(id);
    const [title, note] = step ? [step.title, noteOf(step, words, language)] : [words.end, ''];
    return {
      id,
      type: 'step',
      position: { x, y },
      data: { title, note, isEnd: step === undefined },
      ariaLabel: [title, note, saidWays(definition, id, words)].filter(Boolean).join('，'),
    };
  });
}

/** The stages of a group, or that a stage may come again. */
function noteOf(step: Definition['steps'][number], words: Words, language: Language): string {
  if (isTogether(step)) return step.together.map(({ title }) => title).join(comma(language));
  return Object.values(step.then).includes('again') ? `↻ ${words.repeats}` : '';
}

const saidWays = (definition: Definition, id: string, words: Words): string =>
  waysOf(definition)
    .filter(({ from }) => from === id)
    .map(({ to }) => `→ ${targetSaid(definition, to, words)}`)
    .join('，');

const edgesOf = (definition: Definition, language: Language): Edge[] =>
  waysOf(definition).map(({ from, to, outcomes }) => {
    const step = definition.steps.find(({ id }) => id === from);
    const said =
      step && !isTogether(step) ? outcomes.map((each) => outcomeSaid(definition, step, each, language)) : [];
    return {
      id: `${from} ${to}`,
      source: from,
      target: to,
      label: said.join(comma(language)),
      labelStyle: { fontSize: 13 },
      type: 'smoothstep',
      markerEnd: { type: MarkerType.ArrowClosed },
      style: { stroke: '#5b6470' },
    };
  });

function StepNode({ data }: { readonly data: StepData }) {
  return (
    <div className={data.isEnd ? 'procedure-node procedure-node-end' : 'procedure-node'}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <strong>{data.title}</strong>
      {data.note !== '' && <span className="soft">{data.note}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
