import { ApiQuery, type ApiQueryOptions, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** What the generator makes of the controllers, as the document that is published: see each of its two steps. */
export const published = (document: OpenAPIObject): OpenAPIObject => withSharedSchemas(asProblems(document));

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Failures are problem documents; the generator knows one media type for all answers of a route. */
function asProblems(document: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(document.paths).flatMap(
    (path) => Object.values(path) as OperationObject[],
  )) {
    const failure = operation.responses['default'];
    if (!failure || '$ref' in failure || !failure.content) continue;
    const schema = Object.values(failure.content)[0];
    failure.content = schema ? { 'application/problem+json': schema } : {};
  }
  return document;
}

/**
 * A parameter's schema brings what it refers to along, under `$defs` of its own, where no tool looks: it refers to the
 * schemas of the document instead, which has every one of them.
 *
 * @throws Error when a schema is brought along that the document does not have
 */
function withSharedSchemas(document: OpenAPIObject): OpenAPIObject {
  const shared = new Set(Object.keys(document.components?.schemas ?? {}));
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (key === '$defs') return undefined;
      if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(LOCAL)) return value;
      const name = value.slice(LOCAL.length);
      if (!shared.has(name)) throw new Error(`the document has no schema ${name}`);
      return `#/components/schemas/${name}`;
    }),
  ) as OpenAPIObject;
}

const LOCAL = '#/$defs/';

/** Names the parameters of a query in the document; the generator sees only one object. */
export const parametersOf = (query: z.ZodObject): readonly MethodDecorator[] =>
  Object.entries(query.shape).map(([name, schema]) => {
    const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    delete described.$schema;
    return ApiQuery({ name, required: false, schema: described } as ApiQueryOptions);
  });
