import { AsyncLocalStorage } from 'node:async_hooks';

/** A request that may come again: who asks, under which key, and what exactly. */
export interface RepeatableRequest {
  /** Id of the person or the staff member. */
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of method, address and body. */
  readonly fingerprint: Buffer;
  /** Its command's transaction has committed; later transactions of the same request are ordinary ones. */
  isDone: boolean;
}

/** The repeatable request that is being answered, for the transaction of its command. */
export const currentRequest = new AsyncLocalStorage<RepeatableRequest>();
