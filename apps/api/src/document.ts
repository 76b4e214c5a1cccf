import { published } from '@mouding/shell';
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
  return published(SwaggerModule.createDocument(app, config));
}
