import type { DynamicModule, INestApplication } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { DemoData } from './demo-data.js';
import { DemoModule } from './demo.module.js';
import { DemoSite } from './demo-site.js';
import { DevelopmentMail } from './development-mail.js';

/** What surrounds a house in development: a mailbox, a contact point's web site, and people to try things with. */
export class Demo {
  private constructor(
    readonly module: DynamicModule,
    readonly smtpUrl: string,
    private readonly closers: (() => Promise<void>)[],
  ) {}

  /** Starts the mailbox, unless a real mail server is configured, and the contact point's web site. */
  static async open(config: Config): Promise<Demo> {
    const site = new DemoSite(config.publicUrl);
    await site.start(config.demoSitePort);
    if (config.smtpUrl) return new Demo(DemoModule.with(undefined), config.smtpUrl, [() => site.stop()]);
    const mailbox = new DevelopmentMail();
    const smtpUrl = await mailbox.start();
    return new Demo(DemoModule.with(mailbox), smtpUrl, [() => site.stop(), () => mailbox.stop()]);
  }

  /** Returns the mail addresses of the demo's staff; none in a database that is a real one. */
  plant(app: INestApplication): Promise<string[]> {
    return app.get(DemoData).plant();
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }
}
