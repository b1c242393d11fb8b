import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { HouseKey } from './house-key.js';

@Global()
@Module({
  providers: [
    { provide: HouseKey, inject: [CONFIG], useFactory: (config: Config) => HouseKey.in(config.dataDir) },
  ],
  exports: [HouseKey],
})
export class SecretsModule {}
