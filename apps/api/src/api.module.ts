import {
  bundleTools,
  Commands,
  GiveHandler,
  keepingPasted,
  keepingWord,
  keepingTexts,
  keepingTrees,
  MEANS,
  openPress,
  type OriginalConverter,
  openQuota,
  Reading,
  RECEIPTS,
  receiving,
  SESSION_RULES,
  type Means,
  type Press,
  type SessionRules,
  type LogKeys,
  type ReceiptSigner,
} from '@mouding/shell';
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { AccountController } from './controllers/account.controller.ts';
import { AnonymousController } from './controllers/anonymous.controller.ts';
import { BallotsController } from './controllers/ballots.controller.ts';
import { CasesController } from './controllers/cases.controller.ts';
import { ChaptersController } from './controllers/chapters.controller.ts';
import { ConditionsController } from './controllers/conditions.controller.ts';
import { DutiesController } from './controllers/duties.controller.ts';
import { MandatesController } from './controllers/mandates.controller.ts';
import { ConsultationsController } from './controllers/consultations.controller.ts';
import { ContributionsController } from './controllers/contributions.controller.ts';
import { DepositCodesController } from './controllers/deposit-codes.controller.ts';
import { DepositsController } from './controllers/deposits.controller.ts';
import { DossiersController } from './controllers/dossiers.controller.ts';
import { FilingsController } from './controllers/filings.controller.ts';
import { FilesController } from './controllers/files.controller.ts';
import { HealthController } from './controllers/health.controller.ts';
import { InstitutionsController } from './controllers/institutions.controller.ts';
import { CaseIndicatorsController } from './controllers/case-indicators.controller.ts';
import { IndicatorsController } from './controllers/indicators.controller.ts';
import { IssuesController } from './controllers/issues.controller.ts';
import { JoiningController } from './controllers/joining.controller.ts';
import { DraftsController } from './controllers/drafts.controller.ts';
import { ManuscriptsController } from './controllers/manuscripts.controller.ts';
import { MeController } from './controllers/me.controller.ts';
import { MeetingsController } from './controllers/meetings.controller.ts';
import { MessagesController } from './controllers/messages.controller.ts';
import { OpinionsController } from './controllers/opinions.controller.ts';
import { ArchivesController } from './controllers/archives.controller.ts';
import { AppointmentsController } from './controllers/appointments.controller.ts';
import { DepartmentsController } from './controllers/departments.controller.ts';
import { OrgController } from './controllers/org.controller.ts';
import { TrailsController } from './controllers/trails.controller.ts';
import { PapersController } from './controllers/papers.controller.ts';
import { PersonsController } from './controllers/persons.controller.ts';
import { HolidaysController } from './controllers/holidays.controller.ts';
import { StaffController } from './controllers/staff.controller.ts';
import { ProceduresController } from './controllers/procedures.controller.ts';
import { RecordsController } from './controllers/records.controller.ts';
import { RedlinesController } from './controllers/redlines.controller.ts';
import { PrechecksController } from './controllers/prechecks.controller.ts';
import { RepairsController } from './controllers/repairs.controller.ts';
import { ResearchesController } from './controllers/researches.controller.ts';
import { ReviewsController } from './controllers/reviews.controller.ts';
import { SessionsController } from './controllers/sessions.controller.ts';
import { SittingsController } from './controllers/sittings.controller.ts';
import { StreamController } from './controllers/stream.controller.ts';
import { TablingsController } from './controllers/tablings.controller.ts';
import { TextsController } from './controllers/texts.controller.ts';
import { WhyController } from './controllers/why.controller.ts';
import { DemoController } from './demo/demo.controller.ts';
import { DEMO_DOOR, demoDoorAt } from './demo/demo-door.ts';
import { ProblemsController } from './page/problems.controller.ts';
import { WebController } from './page/web.controller.ts';
import { Streams } from './streams.ts';
import {
  BUNDLE_TOOLS,
  CONVERTER,
  COUNTS,
  FONDS,
  KEEP_PASTED,
  KEEP_TEXT,
  KEEP_WORD,
  LOG,
  LOG_KEYS,
  PRESS,
  PUBLIC_ADDRESS,
  RECEIVE,
} from './tokens.ts';

/** Closes the ledger and the press when nothing uses them any more. */
@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(PRESS) private readonly press: Press,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.press.close();
    await this.means.ledger.close();
  }
}

const CONTROLLERS = [
  MeController,
  SessionsController,
  AccountController,
  CasesController,
  ResearchesController,
  ContributionsController,
  DepositsController,
  DepositCodesController,
  ChaptersController,
  DraftsController,
  ManuscriptsController,
  ReviewsController,
  ConsultationsController,
  OpinionsController,
  AnonymousController,
  TablingsController,
  MeetingsController,
  SittingsController,
  MessagesController,
  BallotsController,
  ConditionsController,
  MandatesController,
  DutiesController,
  CaseIndicatorsController,
  IndicatorsController,
  FilingsController,
  DossiersController,
  IssuesController,
  OrgController,
  AppointmentsController,
  DepartmentsController,
  // Before the route of one person, whose id it would be taken for.
  StaffController,
  HolidaysController,
  PersonsController,
  JoiningController,
  ProceduresController,
  RecordsController,
  RepairsController,
  PrechecksController,
  TextsController,
  RedlinesController,
  TrailsController,
  PapersController,
  ArchivesController,
  FilesController,
  WhyController,
  StreamController,
  HealthController,
  ProblemsController,
  DemoController,
  WebController,
  InstitutionsController,
];

interface ApiModuleParts {
  readonly means: Means;
  readonly log: Logger;
  readonly rules: SessionRules;
  readonly counts: ReadonlyMap<string, number>;
  /** The address that stands in links on paper; empty for none. */
  readonly publicUrl: string;
  readonly fonds: string | null;
  /** The folder of the hospital's licensed fonts; null for none. */
  readonly fonts: string | null;
  /** What makes .docx of .doc and .wps; null where nothing does. */
  readonly converter: OriginalConverter;
  /** The launcher of the demo; null where none runs. */
  readonly demoDoor: string | null;
  /** Keys by which the signatures of logs are checked. */
  readonly logKeys: () => LogKeys;
  /** Signs receipts; null where no key is set. */
  readonly receipts: ReceiptSigner | null;
  /** Bytes of the largest original. */
  readonly fileBytes: number;
  /** Bytes that one person may bring in a day. */
  readonly dailyBytes: number;
}

/** What the record is signed and checked with. */
const evidenceOf = ({ logKeys, receipts }: Pick<ApiModuleParts, 'logKeys' | 'receipts'>): Provider[] => [
  { provide: LOG_KEYS, useValue: logKeys },
  { provide: RECEIPTS, useValue: receipts },
];

const keepersOf = ({
  means: { ledger },
  dailyBytes,
  fileBytes,
  converter,
}: Pick<ApiModuleParts, 'means' | 'dailyBytes' | 'fileBytes' | 'converter'>): Provider[] => {
  const quota = openQuota(ledger, dailyBytes);
  return [
    { provide: RECEIVE, useValue: receiving(ledger, fileBytes, quota) },
    { provide: KEEP_TEXT, useValue: keepingTexts(ledger, quota) },
    { provide: KEEP_PASTED, useValue: keepingPasted(keepingTrees(ledger, quota)) },
    { provide: KEEP_WORD, useValue: keepingWord(keepingTrees(ledger, quota), converter) },
  ];
};

/** HTTP for people and programs. */
@Module({})
export class ApiModule {
  static with({
    means,
    log,
    rules,
    counts,
    fileBytes,
    dailyBytes,
    publicUrl,
    fonds,
    fonts,
    converter,
    logKeys,
    receipts,
    demoDoor,
  }: ApiModuleParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        { provide: MEANS, useValue: means },
        { provide: LOG, useValue: log },
        { provide: SESSION_RULES, useValue: rules },
        { provide: COUNTS, useValue: counts },
        ...keepersOf({ means, dailyBytes, fileBytes, converter }),
        { provide: PUBLIC_ADDRESS, useValue: publicUrl },
        { provide: FONDS, useValue: fonds },
        { provide: DEMO_DOOR, useValue: demoDoor === null ? null : demoDoorAt(demoDoor) },
        { provide: BUNDLE_TOOLS, useValue: bundleTools },
        ...evidenceOf({ logKeys, receipts }),
        { provide: CONVERTER, useValue: converter },
        { provide: PRESS, useFactory: () => openPress(fonts) },
        Commands,
        GiveHandler,
        Reading,
        Streams,
        Closing,
      ],
    };
  }
}
