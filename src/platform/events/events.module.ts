import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Events } from './events.js';
import { JobQueue, QUEUE_URL } from './job-queue.js';

@Global()
@Module({})
export class EventsModule {
  static at(url: string): DynamicModule {
    return {
      module: EventsModule,
      providers: [{ provide: QUEUE_URL, useValue: url }, JobQueue, Events],
      exports: [Events, JobQueue],
    };
  }
}
