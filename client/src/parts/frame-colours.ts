/**
 * A dark box on a light site looks broken, so the frame follows the page around it. It is told in the fragment
 * of its address, which no server sees.
 */
const LIGHT = '#hell';

export const frameFragment = (light: boolean): string => (light ? LIGHT : '');

export function followPageAround(): void {
  document.documentElement.toggleAttribute('data-light', location.hash === LIGHT);
}
