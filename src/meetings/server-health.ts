import { Injectable } from '@nestjs/common';
import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 3000;
const REMEMBERED_MS = 10_000;

/** Nobody answers there. A certificate that we do not know, or an odd answer, is somebody. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'UND_ERR_SOCKET']);

interface Look {
  at: number;
  isThere: Promise<boolean>;
}

/** Whether Jitsi answers, asked before somebody is sent there: a browser before a dead address says nothing helpful. */
@Injectable()
export class ServerHealth {
  private readonly looks = new Map<string, Look>();

  /** At most three seconds; what was found is believed for ten. */
  isThere(baseUrl: string): Promise<boolean> {
    const known = this.looks.get(baseUrl);
    const now = performance.now();
    if (known && now - known.at < REMEMBERED_MS) return known.isThere;
    const isThere = look(baseUrl);
    this.looks.set(baseUrl, { at: now, isThere });
    return isThere;
  }
}

async function look(baseUrl: string): Promise<boolean> {
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  if (!(await isNameKnown(new URL(baseUrl).hostname))) return true;
  try {
    const { status } = await fetch(`${baseUrl}/`, { method: 'HEAD', redirect: 'manual', signal: deadline });
    return status < 500;
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    return name !== 'TimeoutError' && !AWAY.has(cause?.code ?? '');
  }
}

/** A name that is unknown here proves nothing: the browser may ask somebody else. */
async function isNameKnown(hostname: string): Promise<boolean> {
  const name = hostname.replace(/^\[|\]$/g, '');
  const found = lookup(name).then(
    () => true,
    () => false,
  );
  return Promise.race([found, sleep(PATIENCE_MS, false, { ref: false })]);
}
