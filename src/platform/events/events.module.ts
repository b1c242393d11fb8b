import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Events } from './events.js';
import { IS_WOKEN, JobQueue, QUEUE_URL } from './job-queue.js';

@Global()
@Module({})
export class EventsModule {
  static at(url: string, { isWoken }: { isWoken: boolean }): DynamicModule {
    return {
      module: EventsModule,
      providers: [
        { provide: QUEUE_URL, useValue: url },
        { provide: IS_WOKEN, useValue: isWoken },
        JobQueue,
        Events,
      ],
      exports: [Events, JobQueue],
    };
  }
}
