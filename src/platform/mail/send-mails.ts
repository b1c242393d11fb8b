import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../kernel/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Transactions } from '../database/transactions.js';
import { log } from '../logging/log.js';
import { Mails } from './mails.js';
import { MailsStore, type HeldMail, type Line, type Outcome } from './mails.store.js';
import { faultOf, messageOf } from './message.js';
import { paceOf, type Pace } from './pace.js';
import { MailServerAway, Postman, type Answer, type Carrier, type Envelope } from './postman.js';
import { ReturnPath } from './return-path.js';
import { nextTryOf } from './try-again.js';

/** What can leave, or what became of the mail without. */
type Written = { message: Buffer; envelope: Envelope } | Outcome;

/** Conversations with the mail server at the same time, for each instance. */
const MOST_HANDS = 4;
/** What nobody rang for is found after this: a second try, a mail whose instance has died. */
const LOOK_EVERY_MS = 2000;
/** A closing house waits this long for what is on its way; the rest leaves again, as the same message. */
const LAST_WAIT_MS = 5000;

/**
 * Sends what waits, in its order, no faster than the house may, over a few conversations at most. A mail that goes wrong
 * comes again later and holds up only what follows it to the same person.
 */
@Injectable()
export class SendMails implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pace: Pace;
  private readonly closing = new AbortController();
  private readonly hands = new Set<Promise<void>>();
  private readonly carriers = new Set<Carrier>();
  private timer?: NodeJS.Timeout;
  private mostHands = MOST_HANDS;

  constructor(
    private readonly mails: Mails,
    private readonly store: MailsStore,
    private readonly transactions: Transactions,
    private readonly postman: Postman,
    private readonly returnPath: ReturnPath,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.pace = paceOf(config.mailRate);
  }

  onApplicationBootstrap(): void {
    this.mails.onWaiting(() => this.begin());
    this.timer = setInterval(() => this.begin(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.closing.abort();
    await Promise.race([Promise.all(this.hands), sleep(LAST_WAIT_MS, undefined, { ref: false })]);
    for (const carrier of this.carriers) carrier.close();
  }

  /** Puts one more hand to work, if there is one. */
  private begin(): void {
    if (this.closing.signal.aborted || this.hands.size >= this.mostHands) return;
    const hand = this.work()
      .catch((error: unknown) => log.warn(factsOf(error), 'mails could not be sent'))
      .finally(() => {
        this.hands.delete(hand);
        if (this.hands.size === 0) this.mostHands = MOST_HANDS;
      });
    this.hands.add(hand);
  }

  private async work(): Promise<void> {
    let goesOn = true;
    while (goesOn) {
      const carrier = await this.call();
      if (!carrier) return;
      this.carriers.add(carrier);
      try {
        await this.transactions.run((tx) => this.store.noteReached(tx));
        goesOn = await this.sendAll(carrier);
      } finally {
        this.carriers.delete(carrier);
        carrier.leave();
      }
    }
  }

  /** Calls the mail server, when there is a reason to; undefined when there is none, or nobody answers. */
  private async call(): Promise<Carrier | undefined> {
    if (this.closing.signal.aborted) return undefined;
    const line = this.line();
    const before = await this.transactions.run((tx) => this.store.findReasonToCall(tx, line));
    if (before === undefined) return undefined;
    try {
      return await this.postman.open();
    } catch (error) {
      if (!(error instanceof MailServerAway)) throw error;
      await this.noteAway(before, error.words);
      return undefined;
    }
  }

  private async noteAway(before: number, words: string): Promise<void> {
    if (this.carriers.size > 0) {
      // The server talks to another hand: it wants no more of them at a time.
      this.mostHands = this.hands.size - 1;
      return;
    }
    const call = { before, words, now: this.now() };
    const isNew = await this.transactions.run((tx) => this.store.noteAway(tx, call));
    if (isNew) log.warn('the mail server cannot be reached');
  }

  /** One mail after the other. True when the conversation has ended and not the mails. */
  private async sendAll(carrier: Carrier): Promise<boolean> {
    while (carrier.isOpen) {
      if (this.closing.signal.aborted) return false;
      const next = await this.transactions.run((tx) => this.store.takeNext(tx, this.line()));
      if (!next) return false;
      if ('waitMs' in next) {
        if (!(await this.waits(next.waitMs))) return false;
      } else {
        this.begin();
        await this.send(next, carrier);
      }
    }
    return true;
  }

  /** One hand waits for the moment at which the next mail may leave, if it is near; all others rest. */
  private async waits(waitMs: number): Promise<boolean> {
    if (this.hands.size > 1 || waitMs > LOOK_EVERY_MS) return false;
    await sleep(waitMs, undefined, { signal: this.closing.signal }).catch(() => undefined);
    return true;
  }

  private async send(mail: HeldMail, carrier: Carrier): Promise<void> {
    const outcome = await this.outcomeOf(mail, carrier);
    if (!outcome) return;
    await this.transactions.run((tx) => this.store.settle(tx, mail, { ...outcome, now: this.now() }));
  }

  /** Undefined when the mail has come into other hands. */
  private async outcomeOf(mail: HeldMail, carrier: Carrier): Promise<Outcome | undefined> {
    let written: Written;
    try {
      written = await this.write(mail);
    } catch (error) {
      log.warn({ kind: mail.kind, ...factsOf(error) }, 'a mail could not be written');
      return this.later(mail, 'Die Mail konnte noch nicht geschrieben werden.');
    }
    if ('state' in written) return written;
    // An instance that stood still for minutes must not send what another one has sent since.
    if (!(await this.transactions.run((tx) => this.store.isHeld(tx, mail, this.now())))) return undefined;
    return this.toOutcome(mail, await carrier.carry(written.envelope, written.message));
  }

  private async write(mail: HeldMail): Promise<Written> {
    const letter = await this.mails.writerOf(mail.kind)?.(mail);
    if (!letter) return { state: 'dropped' };
    const fault = faultOf(letter);
    if (fault) {
      log.warn({ kind: mail.kind }, 'a letter was built wrong and was not sent');
      return { state: 'undeliverable', detail: fault };
    }
    const message = await messageOf(letter, { from: this.config.mailFrom, mailId: mail.id });
    return { message, envelope: { from: this.returnPath.of(mail.id), to: letter.to } };
  }

  private toOutcome(mail: HeldMail, answer: Answer): Outcome {
    if (answer.kind === 'accepted') return { state: 'sent' };
    if (answer.kind === 'refused') return { state: 'undeliverable', detail: answer.words };
    // The mail was not heard out; as the first of a new conversation it is.
    if (answer.kind === 'hungUp') return { state: 'retrying', detail: answer.words, nextTryAt: this.now() };
    return this.later(mail, answer.words);
  }

  private later({ firstTryAt, failures: before }: HeldMail, detail: string): Outcome {
    const failures = before + 1;
    const nextTryAt = nextTryOf(firstTryAt.getTime(), this.now(), failures);
    if (nextTryAt === undefined) return { state: 'undeliverable', detail, failures };
    return { state: 'retrying', detail, failures, nextTryAt };
  }

  private line(): Line {
    return { kinds: this.mails.kinds, pace: this.pace, now: this.now() };
  }

  private now(): number {
    return this.clock.now().epochMilliseconds;
  }
}

/** What a log may hold of an error: drivers and mail servers quote values in their messages. */
function factsOf(error: unknown): { name?: string; code?: string } {
  const { name, code } = error as { name?: string; code?: string };
  return { name, code };
}
