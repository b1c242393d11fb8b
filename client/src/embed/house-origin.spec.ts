import { describe, expect, it } from '@jest/globals';
import { originOf } from './house-origin.js';

describe('originOf', () => {
  it('takes the origin of web addresses only', () => {
    expect(originOf('https://haus.example/embed/virtuelles-haus.js?v=1')).toBe('https://haus.example');
    expect(originOf('http://localhost:3000/')).toBe('http://localhost:3000');
    expect(originOf('data:text/html,x')).toBe('');
    expect(originOf('javascript:alert(1)')).toBe('');
    expect(originOf('')).toBe('');
  });
});
