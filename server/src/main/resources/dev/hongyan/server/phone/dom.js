// SPDX-License-Identifier: Apache-2.0
// Elements without a framework: make one, keep a list of them in step with data.

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element. `onclick: f` listens, `true` sets a bare attribute, `false` leaves it out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** A drawing from `icons.svg`, in the colour of the text around it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `/phone/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A button that shows only a drawing; the label is for the tooltip and for those who listen. */
export function iconButton(name, label, onclick, extra = '') {
  return h(
    'button',
    { type: 'button', class: `icon-button ${extra}`, 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/**
 * Brings the children of `container` in step with `items`. An item whose key and look are as before
 * keeps its element, so focus, selection and scrolling survive.
 */
export function keep(container, items, { key, look, make }) {
  const old = (container.kept ??= new Map());
  const focused = [...old].find(([, entry]) => entry.element.contains(document.activeElement))?.[0];
  const kept = new Map();
  let cursor = container.firstElementChild;
  for (const item of items) {
    const id = key(item);
    const face = look(item);
    let entry = old.get(id);
    if (entry?.face !== face) {
      const element = make(item);
      if (entry) {
        if (cursor === entry.element) cursor = element;
        entry.element.replaceWith(element);
      }
      entry = { face, element };
    }
    if (entry.element === cursor) cursor = cursor.nextElementSibling;
    else container.insertBefore(entry.element, cursor);
    kept.set(id, entry);
  }
  for (const [id, entry] of old) if (!kept.has(id)) entry.element.remove();
  container.kept = kept;
  // An element that was replaced or moved has lost the focus.
  const element = kept.get(focused)?.element;
  if (element && !element.contains(document.activeElement)) {
    (element.querySelector('a, button, input') ?? element).focus({ preventScroll: true });
  }
}

/** Calls `more` when the end of a scrolled list comes near. */
export function whenEndIsNear(scroller, more) {
  scroller.addEventListener(
    'scroll',
    () => {
      if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 600) more();
    },
    { passive: true },
  );
}

/** Arrow keys walk through the focusable rows of a list; from its search box, down enters it. */
export function walkByArrows(list, search) {
  const rows = () => [...list.querySelectorAll('a, button, input')];
  const step = (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = rows();
    const next = all.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) search?.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
    event.preventDefault();
  };
  list.addEventListener('keydown', step);
  search?.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') step(event);
    if (event.key === 'Enter' && !event.isComposing) rows()[0]?.click();
  });
}

/** Calls `run` once, when the element comes near the window. */
export function whenSeen(element, run) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      run();
    },
    { rootMargin: '400px' },
  );
  watch.observe(element);
}
