// SPDX-License-Identifier: Apache-2.0
// Which language is spoken, and words, times and failures said in it.

import { Unreachable } from './api.js';
import { chinese } from './chinese.js';
import { english } from './english.js';

const CHOICE = 'hongyan.phone.language';
const languages = { en: english, zh: chinese };

let current = languages[localStorage.getItem(CHOICE)] ? localStorage.getItem(CHOICE) : ofBrowser();

function ofBrowser() {
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag in languages) ?? 'en';
}

/** The text of that key, with `{name}` filled in; `key_one` where there is one and `n` is 1. */
export function t(key, values = {}) {
  const exact = values.n === 1 && hasText(`${key}_one`) ? `${key}_one` : key;
  return languages[current][exact].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

export const isChinese = () => current === 'zh';

export const hasText = (key) => key in languages[current];

export function applyLanguage() {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
}

export function switchLanguage() {
  current = current === 'en' ? 'zh' : 'en';
  localStorage.setItem(CHOICE, current);
  applyLanguage();
}

/**
 * Tells what went wrong and what to do next. `action` picks words made for it
 * (`error_write_409`) where there are some.
 */
export function failure(error, action = '') {
  const kind = error instanceof Unreachable ? 'unreachable' : (error.status ?? 'other');
  const keys = [`error_${action}_${kind}`, `error_${kind}`, 'error_other'];
  return t(keys.find(hasText), { detail: error.message });
}

/** How long ago, in words, from seconds. */
export function age(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 5) return t('just_now');
  if (s < 60) return t('seconds_ago', { n: s });
  if (s < 3600) return t('minutes_ago', { n: Math.floor(s / 60) });
  return t('hours_ago', { n: Math.floor(s / 3600) });
}

const format = (options) => new Intl.DateTimeFormat(document.documentElement.lang, options);
const dayOf = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** The time of day, after the day where that is not today; `brief` leaves the time out then. */
export function moment(iso, brief = false) {
  const date = new Date(iso);
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
  const days = Math.round((dayOf(new Date()) - dayOf(date)) / 86_400_000);
  if (days === 0) return clock;
  const day =
    days === 1
      ? t('yesterday')
      : format({
          month: 'short',
          day: 'numeric',
          ...(date.getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
        }).format(date);
  return brief ? day : `${day} ${clock}`;
}

/** A size in bytes, in words. */
export function size(bytes) {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = bytes > 0 ? Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10)) : 0;
  const amount = bytes / 1024 ** step;
  return `${amount.toFixed(step && amount < 10 ? 1 : 0)} ${units[step]}`;
}

/** A length in seconds, as players show it. */
export function length(seconds) {
  const s = Math.round(Number(seconds) || 0);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
}
