/** Registers an element once; a page that loads the script twice keeps the first definition. */
export function define(name: `${string}-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
