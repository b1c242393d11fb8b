import { Module, type DynamicModule } from '@nestjs/common';
import { DemoData } from './demo-data.js';
import { DevelopmentMail } from './development-mail.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxReader } from './mailbox.reader.js';

@Module({})
export class DemoModule {
  /** The mailbox page only where the mails really end in it. */
  static with(mail: DevelopmentMail | undefined): DynamicModule {
    return {
      module: DemoModule,
      providers: [DemoData, ...(mail ? [{ provide: DevelopmentMail, useValue: mail }, MailboxReader] : [])],
      controllers: mail ? [MailboxController] : [],
    };
  }
}
