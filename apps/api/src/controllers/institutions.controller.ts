import { InstitutionList, Problem } from '@mouding/contract';
import { MEANS, Public, type Means } from '@mouding/shell';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

@ApiTags('sessions')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Public()
@Controller('v1/institutions')
export class InstitutionsController {
  constructor(@Inject(MEANS) private readonly means: Means) {}

  @Get()
  @ApiOperation({ operationId: 'listInstitutions', summary: '单位名单（登录前可见）' })
  @ApiOkResponse({ standardSchema: InstitutionList })
  async list(): Promise<InstitutionList> {
    const all = await this.means.ledger.institutions();
    return { items: all.map(({ code, name, mode }) => ({ code, name, mode })) };
  }
}
