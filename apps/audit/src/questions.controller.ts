import { AuditAnswer, AuditQuestions, EvidenceSheetWish, ListFormat, QuestionQuery } from '@mouding/contract';
import {
  answerList,
  asAttachment,
  auditAnswer,
  auditQuestions,
  evidenceFile,
  LIST_MEDIA,
  type AuditScope,
} from '@mouding/shell';
import { Body, Controller, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { fileOf } from './list-answer.ts';
import { Scope, Under } from './reach.ts';
import { Failures, Files, Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

const Name = z.string().regex(/^[a-z-]{2,40}$/);
const Export = z.strictObject({ ...QuestionQuery.shape, format: ListFormat.default('csv') });

/** 预设问题, and the sheet of evidence that an auditor takes away. */
@ApiTags('questions')
@Controller('v1')
export class QuestionsController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Reads('questions', 'none', AuditQuestions, {
    operationId: 'listQuestions',
    summary: '预设问题 · the canned questions',
  })
  questions(): AuditQuestions {
    return auditQuestions();
  }

  @Reads('questions/:question', 'case', AuditAnswer, {
    operationId: 'askQuestion',
    summary: '就一项规划提出预设问题 · puts a canned question to a case',
    query: QuestionQuery,
  })
  answer(
    @Scope() scope: AuditScope,
    @Param('question', { schema: Name }) question: string,
    @Query({ schema: QuestionQuery }) query: QuestionQuery,
  ): Promise<AuditAnswer> {
    return auditAnswer(scope, question, query);
  }

  @Files('questions/:question/export', 'case', Object.values(LIST_MEDIA), {
    operationId: 'exportAnswer',
    summary: '导出预设问题的结果 · the same as a file',
    query: Export,
  })
  async answerFile(
    @Scope() scope: AuditScope,
    @Param('question', { schema: Name }) question: string,
    @Query({ schema: Export }) { format, ...query }: z.infer<typeof Export>,
  ): Promise<StreamableFile> {
    return fileOf(scope, answerList(await auditAnswer(scope, question, query)), format, this.parts.press);
  }

  @Post('evidence-sheets')
  @Under('case', 'paper')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'makeEvidenceSheet',
    summary:
      '制作审计取证单（.docx、PDF）；系统不保存其内容 · makes a sheet of evidence, of which nothing is kept',
  })
  @ApiProduces(LIST_MEDIA.docx, LIST_MEDIA.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Failures
  async sheet(
    @Scope() scope: AuditScope,
    @Body({ schema: EvidenceSheetWish }) wish: EvidenceSheetWish,
  ): Promise<StreamableFile> {
    const bytes = await evidenceFile(scope, wish, this.parts.press);
    const disposition = asAttachment(`审计取证单.${wish.format}`);
    return new StreamableFile(bytes, { type: LIST_MEDIA[wish.format], disposition, length: bytes.length });
  }
}
