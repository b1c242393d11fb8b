import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mail } from './mail.entity.js';
import { MailReader } from './mail.reader.js';
import { Mails } from './mails.js';
import { Postman, SMTP_URL } from './postman.js';

@Global()
@Module({})
export class MailModule {
  static over(smtpUrl: string): DynamicModule {
    return {
      module: MailModule,
      imports: [TypeOrmModule.forFeature([Mail])],
      providers: [{ provide: SMTP_URL, useValue: smtpUrl }, Postman, Mails, MailReader],
      exports: [Mails, MailReader],
    };
  }
}
