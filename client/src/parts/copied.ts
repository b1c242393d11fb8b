/** Whether the text is in the clipboard. Old browsers, plain http and frames on foreign pages may not copy; then the person does it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
