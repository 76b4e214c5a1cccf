import { html, type Html, type Language } from '@mouding/shell';
import { speaking } from './layout.ts';

/** The way in: which institution, who. */
export function signedOut(
  language: Language,
  institutions: readonly { readonly code: string; readonly name: string; readonly mode: string }[],
): Html {
  const say = speaking(language);
  const choices = institutions.map(
    ({ code, name, mode }) =>
      html`<option value="${code}">
        ${name}${mode === 'rehearsal' ? say('（演练）', ' (rehearsal)') : ''}
      </option>`,
  );
  return html`<h2>${say('登录', 'Sign in')}</h2>
    <form class="sign-in" method="post">
      <label
        >${say('单位', 'Institution')}<select name="institution" required>
          ${choices}
        </select></label
      >
      <label>${say('登录名', 'Login')}<input name="login" autocomplete="username" required /></label>
      <label
        >${say('口令', 'Password')}<input
          name="password"
          type="password"
          autocomplete="current-password"
          required
      /></label>
      <button>${say('登录', 'Sign in')}</button>
      <p id="trouble" class="late" role="alert"></p>
    </form>
    ${institutions.length === 0 ? html`<p class="soft">${say('尚未建立任何单位。', 'No institution has been founded yet.')}</p>` : null}`;
}
