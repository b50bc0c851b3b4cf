// SPDX-License-Identifier: Apache-2.0
// A window over the page: it holds the focus, Escape closes it, what goes wrong is said inside.

import { h, iconButton } from './dom.js';
import { failure, t } from './language.js';

/**
 * Shows a form. `submit()` does the work and returns words when something is missing or wrong;
 * when it returns nothing the window closes. Promises true if it was done, false if closed.
 */
export function openDialog({ title, content, act, action, submit }) {
  return new Promise((resolve) => {
    let done = false;
    const complaint = h('p', { class: 'complaint', role: 'alert' });
    const button = act && h('button', { class: 'button primary' }, act);
    const form = h(
      'form',
      { method: 'dialog', novalidate: true, onsubmit: work },
      h(
        'header',
        {},
        h('h2', {}, title),
        iconButton('close', t('close'), () => dialog.close()),
      ),
      h('div', { class: 'dialog-body' }, content),
      complaint,
      button && h('footer', {}, button),
    );
    const dialog = h('dialog', { 'aria-label': title, onclose: closed }, form);
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector('[autofocus]') ?? button)?.focus();

    async function work(event) {
      event.preventDefault();
      if (!button) return;
      button.disabled = true;
      complaint.textContent = '';
      try {
        const wrong = await submit();
        if (!wrong) {
          done = true;
          return dialog.close();
        }
        complaint.textContent = wrong;
      } catch (error) {
        complaint.textContent = failure(error, action);
      }
      button.disabled = false;
    }

    function closed() {
      dialog.remove();
      resolve(done);
    }
  });
}

/** A labelled field. */
export function field(label, input, hint) {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    input,
    hint && h('small', { class: 'hint' }, hint),
  );
}
