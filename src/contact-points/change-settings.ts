import { Inject, Injectable } from '@nestjs/common';
import type { Staff } from '../kernel/actor.js';
import { NotFound, Outdated } from '../kernel/domain-error.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import type { ContactPoint } from './contact-point.entity.js';
import { AddressOfThisMachine, RulesContradict } from './contact-points.errors.js';
import { ContactPointsStore } from './contact-points.store.js';
import { rulesFaultOf } from './domain/set-rules.js';
import { isOnThisMachine } from './domain/web-addresses.js';
import type { SettingsChange } from './settings.requests.js';

/**
 * A team changes the facts and rules of its contact point. Dates that exist stay as they are: new rules hold from the
 * next reservation on. Only the door follows at once, because its time is looked up when somebody comes.
 */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ContactPointsStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws NotFound, Outdated, RulesContradict, AddressOfThisMachine. */
  async run(
    actor: Staff,
    slug: string,
    { change, expectedVersion }: { change: SettingsChange; expectedVersion: number | undefined },
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const contactPoint = await this.store.lock(tx, actor.contactPointId);
      if (contactPoint.slug !== slug) throw new NotFound();
      if (expectedVersion !== undefined && expectedVersion !== contactPoint.version) throw new Outdated();
      this.refuseUnreachable(change);
      const columns = columnsOf(change);
      if (change.rules) refuseContradiction(Object.assign(contactPoint, columns));
      await this.store.change(tx, contactPoint.id, columns);
    });
  }

  private refuseUnreachable({ website, imprintUrl, privacyUrl, origins = [] }: SettingsChange): void {
    const addresses = [website, imprintUrl, privacyUrl, ...origins].filter((each) => each !== undefined);
    if (this.config.isProduction && addresses.some(isOnThisMachine)) throw new AddressOfThisMachine();
  }
}

function refuseContradiction(rules: ContactPoint): void {
  const fault = rulesFaultOf(rules);
  if (fault) throw new RulesContradict(fault);
}

/** Only what was sent: what is absent must not overwrite. */
function columnsOf({ rules = {}, sender = {}, ...facts }: SettingsChange): Partial<ContactPoint> {
  const { minMinutes: shortestMinutes, maxMinutes: longestMinutes, ...otherRules } = rules;
  const { name: senderName, replyTo, signature } = sender;
  const columns = {
    ...facts,
    ...otherRules,
    ...{ shortestMinutes, longestMinutes, senderName, replyTo, signature },
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
