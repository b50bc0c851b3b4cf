// SPDX-License-Identifier: Apache-2.0
// A small menu beside the button that opened it; arrows walk through it, Escape closes it.

import { h, icon, walkByArrows } from './dom.js';

/** So far from the edges of the window at least. */
const MARGIN_PX = 8;

/** Shows `items`, each `{ label, icon, run, danger }`; those that are false are left out. */
export function openMenu(anchor, items, { wide = false, label = '' } = {}) {
  const menu = h(
    'div',
    { class: wide ? 'menu wide' : 'menu', role: 'menu', popover: 'auto', 'aria-label': label },
    items.filter(Boolean).map(itemOf),
  );
  walkByArrows(menu);
  menu.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    const inside = menu.contains(document.activeElement);
    menu.remove();
    if (inside) anchor.focus({ preventScroll: true });
  });
  // Outside a modal window nothing could be clicked.
  (anchor.closest('dialog') ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  menu.querySelector('button')?.focus({ preventScroll: true });

  function itemOf({ label: words, icon: drawing, run, danger }) {
    const act = () => {
      menu.hidePopover();
      run();
    };
    return h(
      'button',
      { type: 'button', role: 'menuitem', class: danger ? 'danger' : '', onclick: act },
      icon(drawing),
      h('span', {}, words),
    );
  }
}

/** Above the anchor where there is more room, below it otherwise, never outside the window. */
function place(menu, anchor) {
  const { width, height } = menu.getBoundingClientRect();
  const above = anchor.top - height - MARGIN_PX / 2;
  const below = anchor.bottom + MARGIN_PX / 2;
  const fits = below + height + MARGIN_PX <= innerHeight;
  const top = fits ? below : Math.max(MARGIN_PX, above);
  const left = Math.min(Math.max(MARGIN_PX, anchor.left), innerWidth - width - MARGIN_PX);
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}
