import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseOptions } from './database-options.js';
import { IdempotencyInterceptor } from '../idempotency/idempotency.interceptor.js';
import { RememberedAnswer } from '../idempotency/remembered-answer.entity.js';
import { RememberedAnswersStore } from '../idempotency/remembered-answers.store.js';
import { DATABASE_URL, QuickLine } from './quick-line.js';
import { Transactions } from './transactions.js';

@Global()
@Module({})
export class DatabaseModule {
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(url), autoLoadEntities: true, retryAttempts: 1 }),
        TypeOrmModule.forFeature([RememberedAnswer]),
      ],
      providers: [
        { provide: DATABASE_URL, useValue: url },
        QuickLine,
        Transactions,
        RememberedAnswersStore,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [QuickLine, Transactions, RememberedAnswersStore],
    };
  }
}
