// SPDX-License-Identifier: Apache-2.0
// Reads a QR code from the camera where the browser can.

const LOOK_EVERY_MS = 250;

/** Why there is no camera here, as a key of the texts; undefined if there may be one. */
export async function cameraMissing() {
  if (!window.isSecureContext || !navigator.mediaDevices) return 'camera_insecure';
  if (!('BarcodeDetector' in window)) return 'camera_no_reader';
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!formats.includes('qr_code')) return 'camera_no_reader';
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some((device) => device.kind === 'videoinput') ? undefined : 'camera_none';
}

/** Shows the camera in `video` and calls `found(text)` for each code it sees, until stopped. */
export class Camera {
  #video;
  #found;
  #stream;
  #timer;
  #stopped = false;

  constructor(video, found) {
    this.#video = video;
    this.#found = found;
  }

  async start() {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment' },
    });
    if (this.#stopped) return stop(stream);
    this.#stream = stream;
    this.#video.srcObject = stream;
    await this.#video.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    this.#timer = setInterval(() => this.#look(detector), LOOK_EVERY_MS);
  }

  async #look(detector) {
    const codes = await detector.detect(this.#video).catch(() => []);
    for (const { rawValue } of this.#stopped ? [] : codes) this.#found(rawValue);
  }

  stop() {
    this.#stopped = true;
    clearInterval(this.#timer);
    if (this.#stream) stop(this.#stream);
  }
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
