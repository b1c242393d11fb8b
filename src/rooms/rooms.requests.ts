import { z } from 'zod';
import { listQuery } from '../platform/http/fields.js';

export const roomListQuery = z.strictObject(listQuery);
export type RoomListQuery = z.infer<typeof roomListQuery>;
