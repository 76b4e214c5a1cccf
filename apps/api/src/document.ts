import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document, made from the controllers and the schemas that check every request. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('谋定 Mouding')
    .setDescription(
      '五年规划编制与审批 · compiles a public institution’s five-year plan and leaves a record that anyone can check',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth('mouding')
    .addSecurityRequirements('cookie')
    .build();
  return withSharedSchemas(asProblems(SwaggerModule.createDocument(app, config)));
}

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
