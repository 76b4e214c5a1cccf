import { published } from '@mouding/shell';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document of the auditor's service. */
export function describeAudit(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('谋定 Mouding · 审计')
    .setDescription(
      '审计调阅：只读，凭调阅函，查阅留痕 · the auditor’s service: read-only, under a letter, and logged',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth('mouding-audit')
    .addSecurityRequirements('cookie')
    .build();
  return published(SwaggerModule.createDocument(app, config));
}
