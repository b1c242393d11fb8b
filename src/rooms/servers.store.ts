import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';

/** All writes to the Jitsi servers. */
@Injectable()
export class ServersStore {
  /** From now on this server alone takes new dates; dates on others stay where they are. Returns its id. */
  async openOnly(tx: Tx, server: { slug: string; capacity: number }): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO meeting_servers (id, slug, capacity_participants) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT meeting_servers_slug DO UPDATE SET capacity_participants = $3, is_open = true
       RETURNING id`,
      [newId(), server.slug, server.capacity],
    );
    await tx.query('UPDATE meeting_servers SET is_open = false WHERE is_open AND slug <> $1', [server.slug]);
    return row?.id ?? '';
  }

  async closeAll(tx: Tx): Promise<void> {
    await tx.query('UPDATE meeting_servers SET is_open = false WHERE is_open');
  }
}
