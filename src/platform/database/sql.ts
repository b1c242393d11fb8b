/** SQL for an instant as RFC 3339 text, so that no Date is built for it on the way out. */
export function utcText(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
