// SPDX-License-Identifier: Apache-2.0
'use strict';

// Runs the unmodified wechat4u: says what it sees as one JSON object a line on stdout,
// takes commands as JSON lines on stdin ({"do":"send","to":NAME,"text":…}, {"do":"sendFile","to":NAME,
// "path":…}, {"do":"recall"} for what was sent last, {"do":"rename","room":NAME,"name":…}, {"do":"accept"}
// for the last friend request, {"do":"echo"} to send back what is received from now on,
// {"do":"logout"}). Every event says when it happened, in microseconds of the machine's monotonic
// clock, which Java's nanoTime reads too.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');

const now = () => Number(process.hrtime.bigint() / 1000n);
const say = (event, seen = {}, at = now()) =>
  process.stdout.write(JSON.stringify({ event, at, ...seen }) + '\n');
console.log = console.error; // stdout carries events only; the client logs to it

const Wechat = require('wechat4u');

const bot = new Wechat();
const {
  MSGTYPE_TEXT, MSGTYPE_IMAGE, MSGTYPE_VOICE, MSGTYPE_VIDEO, MSGTYPE_APP, MSGTYPE_VERIFYMSG,
  MSGTYPE_RECALLED, APPMSGTYPE_ATTACH,
} = bot.CONF;
const isRoom = (contact) => contact.UserName.startsWith('@@');
const nameOf = (contact) => contact.RemarkName || contact.DisplayName || contact.NickName;

let loggedOut = Promise.resolve();
const logout = bot.logout.bind(bot);
bot.logout = () => (loggedOut = logout()); // to say "logout" only after the server's answer

bot.on('uuid', (uuid) => say('uuid', { uuid }));
bot.on('user-avatar', () => say('scanned'));
bot.on('login', () => say('login', { name: bot.user.NickName }));
bot.on('logout', () => loggedOut.then(() => say('logout')));
bot.on('error', (err) => complain(err));
bot.on('contacts-updated', sayContacts);
bot.on('message', sayMessage);

let echoes = false;
let lastSent = {};
let lastRequest = {};

function sayContacts() {
  const at = now();
  const all = Object.values(bot.contacts);
  say('contacts', { names: all.map(nameOf) }, at);
  const rooms = all.filter((contact) => isRoom(contact) && contact.MemberList.length > 0);
  const members = rooms.map((room) => [nameOf(room), room.MemberList.map(nameOf)]);
  say('members', { rooms: Object.fromEntries(members) }, at);
}

function sayMessage(message) {
  switch (message.MsgType) {
    case MSGTYPE_TEXT:
      return sayText(message);
    case MSGTYPE_IMAGE:
      return sayMedia(message, 'picture', bot.getMsgImg(message.MsgId));
    case MSGTYPE_VOICE:
      return sayMedia(message, 'voice', bot.getVoice(message.MsgId));
    case MSGTYPE_VIDEO:
      return sayMedia(message, 'video', bot.getVideo(message.MsgId));
    case MSGTYPE_APP:
      if (message.AppMsgType === APPMSGTYPE_ATTACH) {
        const { FromUserName, MediaId, FileName } = message;
        sayMedia(message, 'file', bot.getDoc(FromUserName, MediaId, FileName));
      }
      return;
    case MSGTYPE_VERIFYMSG:
      lastRequest = message.RecommendInfo;
      return say('request', { from: lastRequest.NickName, text: lastRequest.Content });
    case MSGTYPE_RECALLED:
      return say('recall', { from: chatOf(message) });
  }
}

const chatOf = (message) => nameOf(bot.contacts[message.getPeerUserName()]);

function sayMedia(message, kind, download) {
  download.then(
    ({ data }) =>
      say('media', {
        kind,
        from: chatOf(message),
        name: message.FileName,
        size: data.byteLength,
        md5: crypto.createHash('md5').update(Buffer.from(data)).digest('hex'),
      }),
    complain,
  );
}

const complain = (err) =>
  say('error', { detail: [err.tips, err.message].filter(Boolean).join(': ') });

function sayText(message) {
  const at = now();
  const chat = bot.contacts[message.getPeerUserName()];
  if (message.isSendBySelf) {
    say('message', { from: bot.user.NickName, text: message.Content });
  } else if (isRoom(chat)) {
    // the client has put the member's name in place of the prefix
    const [, from, text] = /^(.*?):\n([^]*)$/.exec(message.Content);
    say('message', { from, room: nameOf(chat), text }, at);
  } else {
    say('message', { from: nameOf(chat), text: message.Content }, at);
    if (echoes) {
      bot.sendMsg(message.Content, chat.UserName);
    }
  }
}

function find(name) {
  const found = Object.values(bot.contacts).find((contact) => nameOf(contact) === name);
  if (!found) {
    throw new Error(`no contact ${name}`);
  }
  return found.UserName;
}

async function send({ to, text }) {
  await bot.sendMsg(text, find(to));
  say('sent', { to, text });
}

async function sendFile({ to, path: file }) {
  const filename = path.basename(file);
  const answer = await bot.sendMsg({ file: fs.readFileSync(file), filename }, find(to));
  lastSent = { id: answer.MsgID, to: find(to) };
  say('sent', { to, text: filename });
}

async function recall() {
  await bot.revokeMsg(lastSent.id, lastSent.to);
  say('recalled');
}

async function rename({ room, name }) {
  await bot.updateChatRoomName(find(room), name);
  say('renamed', { room: name });
}

async function accept() {
  await bot.verifyUser(lastRequest.UserName, lastRequest.Ticket);
  say('accepted', { name: lastRequest.NickName });
}

const commands = {
  send, sendFile, recall, rename, accept, echo: () => (echoes = true), logout: () => bot.stop(),
};

const input = readline.createInterface({ input: process.stdin });
input.on('line', (line) => {
  const command = JSON.parse(line);
  Promise.resolve(command).then(commands[command.do]).catch(complain);
});
input.on('close', () => process.exit());

bot.start();
