import { Module } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { DoorKeys } from '../door-keys.js';
import { TrialSlotsReader } from '../trial-slots.reader.js';
import { TrialSlotsStore } from '../trial-slots.store.js';
import { ExamineServer } from './examine-server.js';

/** What is needed to look at a Jitsi server from outside; the house itself runs without it. */
@Module({
  providers: [
    {
      provide: DoorKeys,
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) => DoorKeys.in(config.dataDir, clock),
    },
    TrialSlotsReader,
    TrialSlotsStore,
    ExamineServer,
  ],
})
export class DoctorModule {}
