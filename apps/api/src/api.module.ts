import { Commands, GiveHandler, MEANS, Reading, type Means } from '@mouding/shell';
import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { BallotsController } from './controllers/ballots.controller.ts';
import { CasesController } from './controllers/cases.controller.ts';
import { ChaptersController } from './controllers/chapters.controller.ts';
import { ConsultationsController } from './controllers/consultations.controller.ts';
import { ContributionsController } from './controllers/contributions.controller.ts';
import { DossiersController } from './controllers/dossiers.controller.ts';
import { FilingsController } from './controllers/filings.controller.ts';
import { HealthController } from './controllers/health.controller.ts';
import { IssuesController } from './controllers/issues.controller.ts';
import { ManuscriptsController } from './controllers/manuscripts.controller.ts';
import { MeController } from './controllers/me.controller.ts';
import { MeetingsController } from './controllers/meetings.controller.ts';
import { OpinionsController } from './controllers/opinions.controller.ts';
import { OrgController } from './controllers/org.controller.ts';
import { PersonsController } from './controllers/persons.controller.ts';
import { ProceduresController } from './controllers/procedures.controller.ts';
import { ResearchesController } from './controllers/researches.controller.ts';
import { SessionsController } from './controllers/sessions.controller.ts';
import { StreamController } from './controllers/stream.controller.ts';
import { TextsController } from './controllers/texts.controller.ts';
import { PageController } from './page/page.controller.ts';
import { Streams } from './streams.ts';
import { COUNTS, LOG, SECURE } from './tokens.ts';

/** Closes the ledger when nothing uses it any more. */
@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(@Inject(MEANS) private readonly means: Means) {}

  onApplicationShutdown(): Promise<void> {
    return this.means.ledger.close();
  }
}

const CONTROLLERS = [
  MeController,
  SessionsController,
  CasesController,
  ResearchesController,
  ContributionsController,
  ChaptersController,
  ManuscriptsController,
  ConsultationsController,
  OpinionsController,
  MeetingsController,
  BallotsController,
  FilingsController,
  DossiersController,
  IssuesController,
  OrgController,
  PersonsController,
  ProceduresController,
  TextsController,
  StreamController,
  HealthController,
  PageController,
];

/** HTTP for people and programs. */
@Module({})
export class ApiModule {
  static with(
    means: Means,
    log: Logger,
    secure: boolean,
    counts: ReadonlyMap<string, number>,
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        { provide: MEANS, useValue: means },
        { provide: LOG, useValue: log },
        { provide: SECURE, useValue: secure },
        { provide: COUNTS, useValue: counts },
        Commands,
        GiveHandler,
        Reading,
        Streams,
        Closing,
      ],
    };
  }
}
