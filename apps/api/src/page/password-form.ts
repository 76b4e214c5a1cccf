import { html, type Html, type Language } from '@mouding/shell';
import { speaking } from './layout.ts';

/** All that there is for whoever signed in with a password that somebody else chose, or that is too old. */
export function passwordForm(language: Language): Html {
  const say = speaking(language);
  return html`<h2>${say('请先修改口令', 'Change your password first')}</h2>
    <p class="soft">
      ${say(
        '您的口令由管理员设置，或已到更换期限。修改后方可办理。',
        'Your password was chosen by somebody else or is too old. Change it to go on.',
      )}
    </p>
    <form class="sign-in change-password" method="post">
      <label
        >${say('现在的口令', 'Present password')}<input
          name="current"
          type="password"
          autocomplete="current-password"
          required
      /></label>
      <label
        >${say('新口令', 'New password')}<input
          name="next"
          type="password"
          autocomplete="new-password"
          required
      /></label>
      <button>${say('修改口令', 'Change password')}</button>
      <p id="trouble" class="late" role="alert"></p>
    </form>`;
}
