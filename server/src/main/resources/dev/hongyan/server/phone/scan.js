// SPDX-License-Identifier: Apache-2.0
// Where a login code comes from: those now waiting, a pasted text, a picture, the camera.

import { Camera, cameraMissing } from './camera.js';
import { base64Of, short, uuidIn } from './code.js';
import { h, icon, iconButton, keep, walkByArrows } from './dom.js';
import { age, failure, t } from './language.js';
import { href } from './route.js';

export function scanView(app) {
  const { state } = app;
  const me = state.me;
  const open = (uuid) => app.go({ account: me, screen: 'code', code: uuid });
  const complaint = h('p', { class: 'complaint', role: 'alert' });
  const complain = (words) => (complaint.textContent = words);
  const waiting = waitingCodes(app);
  const paste = pasteForm(open, complain);
  const picture = pictureDrop(readPicture);
  const camera = cameraBox(open, complain);
  const element = h(
    'main',
    { class: 'pane scan' },
    h(
      'header',
      { class: 'bar' },
      iconButton('back', t('back'), () => app.go({ account: me }), 'back'),
      h('h1', { tabindex: '-1' }, t('scan_title')),
    ),
    h(
      'div',
      { class: 'scroller' },
      h('div', { class: 'sheet' }, complaint, waiting.element, paste, picture, camera.element),
    ),
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') app.go({ account: me });
  });
  document.addEventListener('paste', pasted);

  async function readPicture(file) {
    complain('');
    let base64;
    try {
      base64 = await base64Of(file);
    } catch {
      return complain(t('scan_picture_bad'));
    }
    try {
      const before = await scannedByMe();
      await app.api.scanPicture(me, base64);
      const after = await scannedByMe();
      // The server has read the picture, not we: the code is the one that is ours since then. If
      // none is, the picture was of one that this phone had scanned before.
      open(after.find((uuid) => !before.includes(uuid)) ?? after.at(-1) ?? '');
    } catch (error) {
      complain(error.status === 400 ? t('error_picture') : failure(error, 'scan'));
    }
  }

  async function scannedByMe() {
    const codes = await app.api.codes();
    return codes.filter((code) => code.account === me).map((code) => code.uuid);
  }

  /** A picture can be pasted anywhere on this screen. */
  function pasted(event) {
    const file = [...event.clipboardData.files].find((each) => each.type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    readPicture(file);
  }

  return {
    element,
    update: waiting.update,
    focus: () => element.querySelector('h1').focus(),
    close: () => {
      document.removeEventListener('paste', pasted);
      camera.close();
    },
  };
}

function waitingCodes(app) {
  const { state } = app;
  const list = h('ul', { class: 'codes' });
  const none = h('p', { class: 'hint' }, t('scan_none'));
  walkByArrows(list);
  const element = h(
    'section',
    { 'aria-live': 'polite' },
    h('h2', {}, icon('scan'), t('scan_waiting')),
    list,
    none,
  );

  function update() {
    const open = state.codes.filter((code) => code.state !== 'confirmed');
    none.hidden = open.length > 0;
    const since = (performance.now() - state.toldAt) / 1000;
    keep(list, open, {
      key: (code) => code.uuid,
      look: (code) => `${code.state}|${code.account}|${words(code, since)}`,
      make: (code) => row(code, since),
    });
  }

  const words = (code, since) => t('scan_age', { age: age(code.age + since) });

  function row(code, since) {
    const { uuid, account } = code;
    const taken = account && account !== state.me;
    const about = account
      ? t('scan_taken', { name: state.world?.name(account, state.me) ?? account })
      : words(code, since);
    const content = [
      h('span', { class: 'code-picture', 'aria-hidden': 'true' }, icon('scan')),
      h(
        'span',
        { class: 'who' },
        h('strong', {}, t('scan_code', { code: short(uuid) })),
        h('small', {}, about),
      ),
    ];
    return h(
      'li',
      {},
      taken
        ? h('div', { class: 'code-row taken', title: uuid }, content)
        : h(
            'a',
            {
              class: 'code-row',
              title: uuid,
              'data-uuid': uuid,
              href: href({ account: state.me, screen: 'code', code: uuid }),
            },
            content,
          ),
    );
  }

  return { element, update };
}

function pasteForm(open, complain) {
  const text = h('input', {
    id: 'code-text',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: t('scan_paste_placeholder'),
  });
  const submit = (event) => {
    event.preventDefault();
    const uuid = uuidIn(text.value);
    complain(uuid ? '' : t('scan_paste_bad'));
    if (uuid) open(uuid);
    else text.focus();
  };
  return h(
    'section',
    {},
    h('h2', {}, icon('paste'), h('label', { for: 'code-text' }, t('scan_paste'))),
    h(
      'form',
      { class: 'row-form', onsubmit: submit },
      text,
      h('button', { class: 'button' }, t('scan')),
    ),
  );
}

function pictureDrop(read) {
  const file = h('input', {
    type: 'file',
    accept: 'image/*',
    class: 'visually-hidden',
    id: 'code-picture',
    onchange: () => {
      if (file.files[0]) read(file.files[0]);
      file.value = '';
    },
  });
  const drop = h(
    'div',
    {
      class: 'drop',
      ondragover: (event) => {
        event.preventDefault();
        drop.classList.add('over');
      },
      ondragleave: () => drop.classList.remove('over'),
      ondrop: (event) => {
        event.preventDefault();
        drop.classList.remove('over');
        if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
      },
    },
    h('p', { class: 'hint' }, t('scan_picture_hint')),
    file,
    h('label', { class: 'button plain', for: 'code-picture' }, t('scan_picture_choose')),
  );
  return h('section', {}, h('h2', {}, icon('picture'), t('scan_picture')), drop);
}

function cameraBox(open, complain) {
  let camera;
  const reason = h('p', { class: 'hint' });
  const video = h('video', {
    playsinline: true,
    muted: true,
    hidden: true,
    'aria-label': t('scan_camera_hint'),
  });
  const button = h('button', {
    type: 'button',
    class: 'button plain',
    hidden: true,
    onclick: toggle,
  });
  const element = h(
    'section',
    { class: 'camera' },
    h('h2', {}, icon('camera'), t('scan_camera')),
    reason,
    button,
    video,
  );
  show(false);
  cameraMissing().then((missing) => {
    reason.textContent = t(missing ?? 'scan_camera_hint');
    button.hidden = Boolean(missing);
  });

  function show(on) {
    video.hidden = !on;
    button.textContent = t(on ? 'scan_camera_stop' : 'scan_camera');
  }

  async function toggle() {
    if (camera) return close();
    complain('');
    camera = new Camera(video, (text) => {
      const uuid = uuidIn(text);
      if (uuid) open(uuid);
    });
    show(true);
    try {
      await camera.start();
    } catch (error) {
      close();
      complain(t(error.name === 'NotAllowedError' ? 'camera_denied' : 'camera_none'));
    }
  }

  function close() {
    camera?.stop();
    camera = undefined;
    show(false);
  }

  return { element, close };
}
