// SPDX-License-Identifier: Apache-2.0
// A list of people or chats to choose from, with a search where it is long.

import { avatar } from './avatar.js';
import { h, keep, walkByArrows, whenEndIsNear } from './dom.js';
import { t } from './language.js';
import { matching } from './world.js';

const WINDOW = 80;

/** A searchable list to choose from: many (`checkbox`) or one (`radio`). */
export function pickFrom(world, rows, type) {
  const chosen = new Set();
  let shown = WINDOW;
  const count = h('small', { class: 'hint', role: 'status' });
  const list = h('ul', { class: 'pick-list' });
  const search = h('input', {
    type: 'search',
    'aria-label': t('search_people'),
    placeholder: t('search_people'),
    autofocus: type === 'radio',
    oninput: () => {
      shown = WINDOW;
      draw();
    },
  });
  // The first row is for Enter in the chat list; here Enter submits the form.
  walkByArrows(list);
  whenEndIsNear(list, () => {
    shown += WINDOW;
    draw();
  });
  draw();

  function draw() {
    keep(list, matching(rows, search.value).slice(0, shown), {
      key: (row) => row.id,
      look: () => '',
      make: choice,
    });
  }

  function choice({ id, name }) {
    const input = h('input', {
      type,
      name: 'picked',
      checked: chosen.has(id),
      onchange: () => {
        if (type === 'radio') chosen.clear();
        if (input.checked) chosen.add(id);
        else chosen.delete(id);
        count.textContent = type === 'radio' ? '' : t('chosen', { n: chosen.size });
      },
    });
    return h(
      'li',
      {},
      h(
        'label',
        { class: 'choice' },
        input,
        avatar(world, id, name),
        h('span', { class: 'who' }, h('strong', {}, name), h('small', {}, id)),
      ),
    );
  }

  const element = (label) =>
    h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, label, ' ', count),
      rows.length > 8 && search,
      list,
    );
  return { chosen, element };
}
