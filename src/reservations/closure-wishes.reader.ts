import { Injectable } from '@nestjs/common';
import type { Operator, Staff } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import type { ClosureRow, ClosureTimes } from '../rooms/closures.reader.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { ClosureRefused } from './closures.errors.js';
import type { ClosureChange, ClosureRequest } from './closures.requests.js';
import { closureFaultOf } from './domain/closure-rules.js';
import { endOfWall, startOfWall, toWall } from './domain/closure-walls.js';

/** A team closes what is its contact point's, the operator what is the house's. */
export type Closer = Staff | Operator;

/** A closure that breaks no rule, of something that belongs to who asks. */
export interface ClosureWish extends ClosureTimes {
  /** Null for the house. */
  contactPointId: string | null;
  roomId: string | null;
  reason: string | null;
}

/** Turns what was typed into a closure, and refuses what nobody can mean. Changes nothing. */
@Injectable()
export class ClosureWishesReader {
  constructor(
    private readonly rooms: RoomsReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, ClosureRefused. */
  async read(actor: Closer, request: ClosureRequest): Promise<ClosureWish> {
    const { roomId = null, from, to, isYearly, reason = null } = request;
    const contactPointId = contactPointOf(actor);
    if (roomId !== null) await this.rooms.requireRoomOf(contactPointId, roomId);
    const times = { startsAt: toWall(from), endsAt: toWall(to), isYearly };
    return this.checked({ contactPointId, roomId, reason, ...times });
  }

  /** A closure as it stands with what is to change. Throws ClosureRefused. */
  changed(closure: ClosureRow, { from, to, isYearly, reason }: ClosureChange): ClosureWish {
    return this.checked({
      contactPointId: closure.contactPointId,
      roomId: closure.roomId,
      startsAt: toWall({ ...startOfWall(closure.startsAt), ...from }),
      endsAt: toWall({ ...endOfWall(closure.endsAt), ...to }),
      isYearly: isYearly ?? closure.isYearly,
      reason: reason === undefined ? closure.reason : reason,
    });
  }

  private checked(wish: ClosureWish): ClosureWish {
    const fault = closureFaultOf(wish, this.clock.now());
    if (fault) throw new ClosureRefused(fault);
    return wish;
  }
}

/** Whose closures and rooms somebody may change: of a contact point, or of the house (null). */
export function contactPointOf(actor: Closer): string | null {
  return actor.kind === 'staff' ? actor.contactPointId : null;
}
