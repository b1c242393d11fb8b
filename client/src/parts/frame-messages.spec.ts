import { describe, expect, it } from '@jest/globals';
import { readFrameMessage } from './frame-messages.js';

describe('frame messages', () => {
  it('reads a height and keeps it within reason', () => {
    expect(readFrameMessage({ type: 'vh-height', height: 640.2 })).toEqual({
      type: 'vh-height',
      height: 641,
    });
    expect(readFrameMessage({ type: 'vh-height', height: 1e9 })).toEqual({
      type: 'vh-height',
      height: 60_000,
    });
    // Fifty free dates with large text, the button below them included.
    const long = { type: 'vh-height', height: 29_696 };
    expect(readFrameMessage(long)).toEqual(long);
    expect(readFrameMessage({ type: 'vh-height', height: -5 })).toEqual({ type: 'vh-height', height: 480 });
  });

  it('reads where the focus is', () => {
    const place = { type: 'vh-focus', top: -12, bottom: 60.5 };
    expect(readFrameMessage({ ...place, text: 'Gruppe 17' })).toEqual(place);
    expect(readFrameMessage({ type: 'vh-focus', top: 5 })).toBeUndefined();
    expect(readFrameMessage({ ...place, bottom: Infinity })).toBeUndefined();
  });

  it('reads the agreed states only', () => {
    expect(readFrameMessage({ type: 'vh-state', state: 'changed' })).toEqual({
      type: 'vh-state',
      state: 'changed',
    });
    expect(readFrameMessage({ type: 'vh-state', state: 'Gruppe 17' })).toBeUndefined();
  });

  it('drops everything else', () => {
    for (const data of [
      null,
      'vh-height',
      7,
      {},
      { type: 'vh-height', height: '7' },
      { type: 'vh-height', height: NaN },
    ]) {
      expect(readFrameMessage(data)).toBeUndefined();
    }
  });
});
