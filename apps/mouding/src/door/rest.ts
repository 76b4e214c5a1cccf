import { setTimeout as pause } from 'node:timers/promises';
import type { DemoStep, DemoTour } from '@mouding/contract';
import { ApiProblem } from '../client/problem.ts';
import { overview, type Story } from '../rehearse/story.ts';
import type { Words } from '../words.ts';
import { REST_STEPS } from './rest-steps.ts';

/** Between two steps, so that whoever watches sees each of them, and can stop it. */
const BREATH_MS = 1_000;

type Played = DemoTour['play'];

/** 把余下的走完: what is left of the demo's plan, played while people watch. */
export interface Rest {
  standing(): Played;
  /** Begins, or goes on where it was stopped. What is done already, by hand too, is left out. */
  play(): void;
  /** Ends after the step that is under way. */
  stop(): void;
}

/** Where it stands, for those who ask and those who play. */
interface Board {
  now: Pick<Played, 'standing' | 'case' | 'why'>;
  steps: readonly DemoStep[];
}

/** @param storyOf finds the plan of the demo as it stands now */
export function restOf(storyOf: () => Promise<Story>): Rest {
  const board: Board = {
    now: { standing: 'ready', case: null, why: null },
    steps: REST_STEPS.map(({ said }) => ({ said, state: 'waiting' })),
  };
  return {
    standing: () => ({ ...board.now, steps: [...board.steps] }),
    play() {
      const { standing } = board.now;
      if (standing === 'playing' || standing === 'stopping' || standing === 'done') return;
      board.now = { ...board.now, standing: 'playing', why: null };
      void playAll(board, storyOf);
    },
    stop() {
      if (board.now.standing === 'playing') board.now = { ...board.now, standing: 'stopping' };
    },
  };
}

async function playAll(board: Board, storyOf: () => Promise<Story>): Promise<void> {
  try {
    const story = await storyOf();
    board.now = { ...board.now, case: story.caseId };
    for (const place of REST_STEPS.keys()) {
      if (board.now.standing === 'stopping') return void (board.now = { ...board.now, standing: 'stopped' });
      if (await playStep(board, story, place)) await pause(BREATH_MS);
    }
    board.now = { ...board.now, standing: 'done' };
  } catch (error) {
    board.now = { ...board.now, standing: 'failed', why: reasonOf(error) };
  }
}

/** Plays a step unless what it ends is closed; says whether there was anything to play. */
async function playStep(board: Board, story: Story, place: number): Promise<boolean> {
  const step = REST_STEPS[place];
  if (!step) return false;
  const { stages } = await overview(story);
  const isOver = step.ends.every((id) => stages.some((stage) => stage.id === id && stage.state === 'closed'));
  mark(board, place, 'doing');
  try {
    if (!isOver) await step.play(story);
    mark(board, place, 'done');
    return !isOver;
  } catch (error) {
    mark(board, place, 'failed');
    throw error;
  }
}

function mark(board: Board, place: number, state: DemoStep['state']): void {
  board.steps = board.steps.map((step, i) => (i === place ? { ...step, state } : step));
}

function reasonOf(error: unknown): Words {
  if (error instanceof ApiProblem && error.problem.said) return error.problem.said;
  const message = error instanceof Error ? error.message : String(error);
  return { zh: message, en: message };
}
