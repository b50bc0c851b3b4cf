// SPDX-License-Identifier: Apache-2.0
// Files on their way, below the messages: how far they are, and what to do when they fail.

import { h, icon, iconButton, keep } from './dom.js';
import { failure, size, t } from './language.js';
import { kindOf } from './kinds.js';

export function pendingList(app, chat) {
  const { me } = app.state;
  const element = h('ol', { class: 'messages pending', 'aria-label': t('on_the_way') });

  function update() {
    const items = app.outbox.in(me, chat);
    keep(element, items, {
      key: (item) => item.id,
      look: (item) => item.state,
      make: (item) => row(item),
    });
    for (const item of items) {
      const bar = element.kept.get(item.id).element.querySelector('progress');
      if (bar) bar.value = item.share;
    }
    return items.length;
  }

  function row(item) {
    const failed = item.state === 'failed';
    const kind = kindOf({ type: item.kind });
    return h(
      'li',
      { class: 'message out', 'data-pending': item.kind },
      h('span', { class: 'avatar none' }),
      h(
        'div',
        { class: failed ? 'chip upload failed' : 'chip upload', role: failed ? 'alert' : 'group' },
        h(
          'span',
          { class: 'chip-row' },
          icon(kind.icon),
          h(
            'span',
            { class: 'who' },
            h('strong', { class: 'file-name' }, item.file.name || t(kind.label)),
            h('small', {}, size(item.file.size)),
          ),
          iconButton('close', t(failed ? 'remove' : 'stop_sending'), () => app.outbox.remove(item)),
        ),
        failed
          ? [
              h('p', { class: 'complaint' }, failure(item.error, 'upload')),
              h(
                'button',
                { type: 'button', class: 'button small', onclick: () => app.outbox.retry(item) },
                t('try_again'),
              ),
            ]
          : h('progress', { max: '1', value: '0', 'aria-label': t('sending') }),
      ),
    );
  }

  return { element, update };
}
