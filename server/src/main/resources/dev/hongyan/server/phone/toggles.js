// SPDX-License-Identifier: Apache-2.0
// Switches that act at once, as phones have them in their settings.

import { h } from './dom.js';

/** One switch; `change(on)` promises whether it was done, and the switch goes back if not. */
export function toggle(label, on, change) {
  const input = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked: Boolean(on),
    onchange: async () => {
      input.disabled = true;
      if (!(await change(input.checked))) input.checked = !input.checked;
      input.disabled = false;
    },
  });
  return h('label', { class: 'toggle' }, h('span', {}, label), input);
}
