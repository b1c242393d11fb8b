import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../kernel/clock.js';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { isBefore } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { HouseKey } from '../platform/secrets/house-key.js';

/** By which link somebody came in, and as whom: with it they come in again as if they had opened that link. */
export interface DoorTicket {
  by: 'link' | 'groupLink';
  token: string;
  displayName: string;
}

const PURPOSE = 'door-ticket';
const PATH = '/wieder';

const sealedTicket = z.strictObject({
  by: z.enum(['link', 'groupLink']),
  token: z.string(),
  displayName: z.string(),
  until: z.int(),
});

/**
 * The only cookie a participant gets, when they press the button: after a reload Jitsi has lost its token and sends
 * them to us, who would not know them. It opens nothing by itself, travels to one address only, never with a form of
 * another site (SameSite), and is gone when the door closes for good.
 */
@Injectable()
export class DoorTickets {
  constructor(
    private readonly key: HouseKey,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `end` is that of the date: a meeting that runs may be given half an hour more. */
  give(reply: FastifyReply, ticket: DoorTicket, end: Temporal.Instant): void {
    const closes = end.add({ minutes: EXTENSION_MINUTES });
    const maxAge = Math.ceil(this.clock.now().until(closes).total('seconds'));
    const until = Math.floor(closes.epochMilliseconds / 1000);
    const sealed = this.key.seal(PURPOSE, JSON.stringify({ ...ticket, until }));
    const isSecure = this.isSecure();
    void reply.setCookie(this.name(), sealed, {
      path: PATH,
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure,
      maxAge,
    });
  }

  /** Undefined without one, and for one that is not ours, was changed or has had its time. */
  find(request: FastifyRequest): DoorTicket | undefined {
    const sealed = request.cookies[this.name()];
    const ticket = sealed === undefined ? undefined : this.open(sealed);
    if (!ticket) return undefined;
    const { until, ...held } = ticket;
    return isBefore(this.clock.now(), Temporal.Instant.fromEpochMilliseconds(until * 1000))
      ? held
      : undefined;
  }

  private open(sealed: string): z.infer<typeof sealedTicket> | undefined {
    try {
      return sealedTicket.parse(JSON.parse(this.key.unseal(PURPOSE, sealed)));
    } catch {
      return undefined;
    }
  }

  /** Browsers take the prefix only together with Secure, so a house without TLS (development) goes without. */
  private name(): string {
    return this.isSecure() ? '__Secure-wieder' : 'wieder';
  }

  private isSecure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}
