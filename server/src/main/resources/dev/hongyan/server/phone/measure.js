// SPDX-License-Identifier: Apache-2.0
// What a phone knows of a sound or video that it sends: how long it is, and a picture of it.

/** A browser that cannot play it says nothing at all about some files. */
const PATIENCE_MS = 5_000;
const COVER_SIDE = 640;

/** Fields of the message beside the file itself; none where the browser cannot tell. */
export async function measure(kind, file) {
  if (kind !== 'voice' && kind !== 'video') return {};
  const url = URL.createObjectURL(file);
  try {
    return await (kind === 'voice' ? sound(url) : film(url));
  } catch {
    return {};
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function sound(url) {
  const audio = new Audio();
  audio.src = url;
  await event(audio, 'loadedmetadata');
  return secondsOf(audio);
}

async function film(url) {
  const video = document.createElement('video');
  video.muted = true;
  video.src = url;
  await event(video, 'loadeddata');
  const facts = secondsOf(video);
  if (!video.videoWidth) return facts;
  const scale = Math.min(1, COVER_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
  return { ...facts, cover: canvas.toDataURL('image/jpeg', 0.8) };
}

function secondsOf({ duration }) {
  return Number.isFinite(duration) && duration > 0
    ? { seconds: Math.round(duration * 1000) / 1000 }
    : {};
}

function event(media, name) {
  return new Promise((resolve, reject) => {
    media.addEventListener(name, resolve, { once: true });
    media.addEventListener('error', () => reject(new Error('not playable')), { once: true });
    setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
}
