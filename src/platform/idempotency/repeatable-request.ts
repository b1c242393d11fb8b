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
  /** Done by an earlier request with this key, whose answer was lost: what its command returned. */
  before?: { readonly result: unknown };
}

/** The repeatable request that is being answered, for the transaction of its command. */
export const currentRequest = new AsyncLocalStorage<RepeatableRequest>();

/**
 * What the command returned when an earlier request with the same key did the work. For commands that would refuse what
 * they have done themselves: a date that they have restored is no longer cancelled.
 */
export function doneBefore(): { readonly result: unknown } | undefined {
  return currentRequest.getStore()?.before;
}
