import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '../kernel/clock.js';
import { CONFIG, type Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { ForgetAnswers } from './idempotency/forget-answers.schedule.js';
import { MailModule } from './mail/mail.module.js';
import { RateLimits } from './rate-limit/rate-limits.js';
import { SecretsModule } from './secrets/secrets.module.js';

/** What the house stands on, once the outside is settled: where the database and the mail server are. */
export interface Foundations {
  config: Config;
  databaseUrl: string;
  smtpUrl: string;
  clock?: Clock;
}

@Global()
@Module({})
export class PlatformModule {
  static on({ config, databaseUrl, smtpUrl, clock = new SystemClock() }: Foundations): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DatabaseModule.at(databaseUrl),
        EventsModule.at(databaseUrl, { isWoken: clock instanceof SystemClock }),
        MailModule.over(smtpUrl),
        SecretsModule,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        RateLimits,
        ForgetAnswers,
      ],
      exports: [CONFIG, Clock, RateLimits],
    };
  }

  /** For a command that changes something and ends: nothing works, wakes or sends beside it. */
  static forCommands({ config, databaseUrl }: Pick<Foundations, 'config' | 'databaseUrl'>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DatabaseModule.at(databaseUrl),
        EventsModule.at(databaseUrl, { isWoken: false, isAtWork: false }),
        MailModule.forCommands(),
        SecretsModule,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useClass: SystemClock },
        RateLimits,
      ],
      exports: [CONFIG, Clock, RateLimits],
    };
  }
}
