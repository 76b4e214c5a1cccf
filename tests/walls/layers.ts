/**
 * Who may depend on whom, written a second time: the first is .oxlintrc.json, and the specs compare. A project of each
 * layer stands for its layer.
 */
export const LAYERS = {
  evidence: { example: '@mouding/evidence', runtime: 'pure', may: [] },
  core: { example: '@mouding/core', runtime: 'pure', may: ['evidence', 'text'] },
  text: { example: '@mouding/text', runtime: 'pure', may: [] },
  documents: { example: '@mouding/documents', runtime: 'node', may: ['text'] },
  contract: { example: '@mouding/contract', runtime: 'pure', may: ['evidence', 'core', 'text'] },
  workflow: { example: '@mouding/hospital-five-year-plan', runtime: 'pure', may: ['core'] },
  ledger: { example: '@mouding/ledger', runtime: 'node', may: ['evidence', 'core', 'text'] },
  shell: {
    example: '@mouding/shell',
    runtime: 'node',
    may: ['evidence', 'core', 'text', 'documents', 'contract', 'workflow', 'ledger'],
  },
  web: {
    // The page exports nothing either; another project of its layer is asked for in its place.
    example: '@mouding/beside-web',
    runtime: 'browser',
    may: ['evidence', 'core', 'text', 'contract'],
  },
  app: {
    example: '@mouding/worker',
    runtime: 'node',
    may: ['evidence', 'core', 'text', 'documents', 'contract', 'workflow', 'ledger', 'shell'],
  },
  test: {
    // tests/ itself exports nothing, so that nobody could import it anyhow.
    example: '@mouding/of-test',
    runtime: 'node',
    may: ['evidence', 'core', 'text', 'documents', 'contract', 'workflow', 'ledger', 'shell', 'app'],
  },
} as const;

export type Layer = keyof typeof LAYERS;

export const layers = Object.keys(LAYERS) as readonly Layer[];

/** npm packages that stand for a family, and the layers that may import them. */
export const PACKAGES: { readonly [name: string]: readonly Layer[] } = {
  xstate: ['core', 'ledger', 'shell', 'app', 'test'],
  zod: ['core', 'contract', 'workflow', 'ledger', 'shell', 'app', 'test'],
  pg: ['ledger', 'shell', 'app', 'test'],
  '@nestjs/common': ['shell', 'app', 'test'],
  yaml: ['workflow', 'ledger', 'shell', 'web', 'app', 'test'],
};

export interface Crossing {
  readonly path: string;
  readonly from: Layer;
  readonly to: string;
  readonly allowed: boolean;
}

const fileOf = (layer: Layer, to: string): string => `libs/of-${layer}/src/to-${to.replace(/\W+/g, '-')}.ts`;

/** Every layer importing every layer, and every package. */
export const crossings: readonly Crossing[] = layers.flatMap((from) => [
  ...layers
    .filter((to) => LAYERS[to].example !== `@mouding/of-${from}`)
    .map((to) => ({
      path: fileOf(from, to),
      from,
      to: LAYERS[to].example,
      allowed: LAYERS[from].may.some((layer) => layer === to),
    })),
  ...Object.entries(PACKAGES).map(([to, allowed]) => ({
    path: fileOf(from, to),
    from,
    to,
    allowed: allowed.includes(from),
  })),
]);

/** A project of each layer that declares every dependency, so that nothing but the wall stands between them. */
export function crossingFiles(): { readonly [path: string]: string } {
  const dependencies = Object.fromEntries(crossings.map(({ to }) => [to, '*']));
  return Object.fromEntries([
    ...layers.map((layer) => manifestOf(`of-${layer}`, layer, dependencies)),
    manifestOf('beside-web', 'web', {}),
    ...crossings.map(({ path, to }) => [path, `export * from '${to}';\n`]),
  ]);
}

const manifestOf = (name: string, layer: Layer, dependencies: object): readonly [string, string] => [
  `libs/${name}/package.json`,
  JSON.stringify({
    name: `@mouding/${name}`,
    type: 'module',
    exports: './src/index.ts',
    nx: { tags: [`layer:${layer}`, `runtime:${LAYERS[layer].runtime}`] },
    dependencies,
  }),
];
