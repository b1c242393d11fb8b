import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollectBounces } from './collect-bounces.js';
import { MailPace } from './mail-pace.entity.js';
import { Mail } from './mail.entity.js';
import { Mails } from './mails.js';
import { MailsStore } from './mails.store.js';
import { Postman, SMTP_URL } from './postman.js';
import { ReturnPath } from './return-path.js';
import { SendMails } from './send-mails.js';

@Global()
@Module({})
export class MailModule {
  static over(smtpUrl: string): DynamicModule {
    return {
      module: MailModule,
      imports: [TypeOrmModule.forFeature([Mail, MailPace])],
      providers: [
        { provide: SMTP_URL, useValue: smtpUrl },
        Postman,
        ReturnPath,
        MailsStore,
        Mails,
        SendMails,
        CollectBounces,
      ],
      exports: [Mails],
    };
  }

  /** For a command that ends: what it queues is sent by the house. */
  static forCommands(): DynamicModule {
    return {
      module: MailModule,
      imports: [TypeOrmModule.forFeature([Mail, MailPace])],
      providers: [MailsStore, Mails],
      exports: [Mails],
    };
  }
}
