// SPDX-License-Identifier: Apache-2.0
'use strict';

// Runs the unmodified wechat4u: says what it sees as one JSON object a line on stdout,
// takes commands as JSON lines on stdin ({"do":"send","to":NAME,"text":…}, {"do":"echo"} to send back
// what is received from now on, {"do":"logout"}). Every event says when it happened, in microseconds
// of the machine's monotonic clock, which Java's nanoTime reads too.

const readline = require('node:readline');

const now = () => Number(process.hrtime.bigint() / 1000n);
const say = (event, seen = {}, at = now()) =>
  process.stdout.write(JSON.stringify({ event, at, ...seen }) + '\n');
console.log = console.error; // stdout carries events only; the client logs to it

const Wechat = require('wechat4u');

const bot = new Wechat();
const TEXT = bot.CONF.MSGTYPE_TEXT;
const isRoom = (contact) => contact.UserName.startsWith('@@');
const nameOf = (contact) => contact.RemarkName || contact.DisplayName || contact.NickName;

let loggedOut = Promise.resolve();
const logout = bot.logout.bind(bot);
bot.logout = () => (loggedOut = logout()); // to say "logout" only after the server's answer

bot.on('uuid', (uuid) => say('uuid', { uuid }));
bot.on('user-avatar', () => say('scanned'));
bot.on('login', () => say('login', { name: bot.user.NickName }));
bot.on('logout', () => loggedOut.then(() => say('logout')));
bot.on('error', (err) => say('error', { detail: [err.tips, err.message].filter(Boolean).join(': ') }));
bot.on('contacts-updated', sayContacts);
bot.on('message', sayMessage);

let echoes = false;

function sayContacts() {
  const at = now();
  const all = Object.values(bot.contacts);
  say('contacts', { names: all.map(nameOf) }, at);
  const rooms = all.filter((contact) => isRoom(contact) && contact.MemberList.length > 0);
  const members = rooms.map((room) => [nameOf(room), room.MemberList.map(nameOf)]);
  say('members', { rooms: Object.fromEntries(members) }, at);
}

function sayMessage(message) {
  const at = now();
  if (message.MsgType !== TEXT) {
    return;
  }
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

function send({ to, text }) {
  const target = Object.values(bot.contacts).find((contact) => nameOf(contact) === to);
  if (!target) {
    return say('error', { detail: `no contact ${to}` });
  }
  return bot.sendMsg(text, target.UserName).then(
    () => say('sent', { to, text }),
    (err) => say('error', { detail: `${err.tips}: ${err.message}` }),
  );
}

const commands = { send, echo: () => (echoes = true), logout: () => bot.stop() };

const input = readline.createInterface({ input: process.stdin });
input.on('line', (line) => {
  const command = JSON.parse(line);
  commands[command.do](command);
});
input.on('close', () => process.exit());

bot.start();
