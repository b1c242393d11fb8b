import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Events } from './events.js';
import { IS_AT_WORK, IS_WOKEN, JobQueue, QUEUE_URL } from './job-queue.js';

@Global()
@Module({})
export class EventsModule {
  static at(
    url: string,
    { isWoken, isAtWork = true }: { isWoken: boolean; isAtWork?: boolean },
  ): DynamicModule {
    return {
      module: EventsModule,
      providers: [
        { provide: QUEUE_URL, useValue: url },
        { provide: IS_WOKEN, useValue: isWoken },
        { provide: IS_AT_WORK, useValue: isAtWork },
        JobQueue,
        Events,
      ],
      exports: [Events, JobQueue, IS_AT_WORK],
    };
  }
}
