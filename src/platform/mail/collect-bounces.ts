import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Transactions } from '../database/transactions.js';
import { log } from '../logging/log.js';
import { BounceMailbox } from './bounce-mailbox.js';
import { readDeliveryReport } from './delivery-report.js';
import { MailsStore } from './mails.store.js';
import { ReturnPath } from './return-path.js';

const LOOK_EVERY_MS = 2000;
/** Between two looks into the mailbox, over all instances. */
const PAUSE_MS = 3 * 60_000;
const OLDEST_MS = 30 * 24 * 3_600_000;

/**
 * Looks for mails that were taken by the mail server and came back later, and shows them as undeliverable. Believes only
 * the signed return path, and answers nobody.
 */
@Injectable()
export class CollectBounces implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly mailbox?: BounceMailbox;
  private timer?: NodeJS.Timeout;
  private look?: Promise<void>;

  constructor(
    private readonly store: MailsStore,
    private readonly transactions: Transactions,
    private readonly returnPath: ReturnPath,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    if (config.bounceImapUrl) this.mailbox = new BounceMailbox(config.bounceImapUrl);
  }

  onApplicationBootstrap(): void {
    if (!this.mailbox) return;
    this.timer = setInterval(() => this.begin(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.mailbox?.close();
    await this.look;
  }

  private begin(): void {
    this.look ??= this.lookInside()
      .catch((error: unknown) => {
        const { name, code } = error as { name?: string; code?: string };
        log.warn({ name, code }, 'the mailbox of the bounces could not be read');
      })
      .finally(() => (this.look = undefined));
  }

  private async lookInside(): Promise<void> {
    const now = this.clock.now().epochMilliseconds;
    if (!(await this.transactions.run((tx) => this.store.mayReadBounces(tx, now, PAUSE_MS)))) return;
    await this.mailbox?.readNew((source) => this.note(source));
  }

  /** True for a report about one of our mails. */
  private async note(source: Uint8Array): Promise<boolean> {
    const report = await readDeliveryReport(source);
    const mailId = report?.sentTo.map((address) => this.returnPath.read(address)).find(Boolean);
    if (!report || !mailId) return false;
    const since = this.clock.now().epochMilliseconds - OLDEST_MS;
    const { words, hasFailed } = report;
    if (hasFailed) await this.transactions.run((tx) => this.store.noteBounce(tx, mailId, { words, since }));
    return true;
  }
}
