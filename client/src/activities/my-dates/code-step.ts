import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../../api/problem.js';
import { codeField } from '../../parts/code-field.js';
import { problemNotice, withLabel } from '../../parts/problem-notice.js';
import { personLabel } from '../../parts/representatives/person-fields.js';
import { SIGN_IN_ENDED, type FreshCode } from '../../parts/representatives/representatives-flow.js';
import { houseWords } from '../../words/words.js';

const { representatives: words, signIn } = houseWords;

interface CodeStep {
  code: FreshCode;
  /** Where the mail goes. */
  email: string;
  /** Whether something was typed before that waits for the code. */
  hasTyped: boolean;
  onInput: (typed: string) => void;
}

/** Tells of the mail with the code, and takes the code. */
export function codeStep({ code, email, hasTyped, onInput }: CodeStep): unknown {
  if (code.ended) return nothing;
  return html`<p role="status" id="fresh-code-why" tabindex="-1">
      ${code.mails > 1 ? words.codeSentAgain : words.codeWhy(email)} ${hasTyped ? words.stillThere : nothing}
    </p>
    ${codeField({
      id: 'fresh-code',
      label: words.code,
      hint: words.codeHint,
      value: code.typed,
      onInput,
    })}
    <p class="hint">${signIn.spam} ${signIn.noMail}</p>`;
}

/** What went wrong, with or without a code. */
export function codeNotice(problem: ApiProblem | string | undefined): unknown {
  if (!problem) return nothing;
  const isEnded = typeof problem !== 'string' && problem.code === SIGN_IN_ENDED;
  return problemNotice(isEnded ? words.codeEnded : withLabel(problem, personLabel(words)));
}

interface CodeButtons {
  code: FreshCode | undefined;
  busy: boolean;
  /** On the button that sends the form, with and without a code. */
  words: { confirm: string; send: string };
  isDanger?: boolean;
  newMail: () => void;
}

/** Sends the form, and asks for another mail; without a code that could be right there is nothing to send. */
export function codeButtons({ code, busy, words: said, isDanger, newMail }: CodeButtons): TemplateResult {
  const look = `${code ? 'big-button' : ''} ${isDanger ? 'danger' : ''}`.trim();
  return html`${
    code?.ended
      ? nothing
      : html`<button type="submit" class=${look} ?disabled=${busy}>${code ? said.confirm : said.send}</button>`
  }
    ${
      code
        ? html`<button type="button" ?disabled=${busy} @click=${newMail}>${words.newMail}</button>`
        : nothing
    }`;
}
