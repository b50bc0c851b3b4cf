// SPDX-License-Identifier: Apache-2.0
// The faces that stand in texts as a name in brackets, and what we draw for them: the classic ones
// in their order, then some that came later. The English name is empty where nobody is certain.

import { h } from './dom.js';
import { isChinese } from './language.js';

const FACES = [
  ['微笑', 'Smile', '🙂'],
  ['撇嘴', 'Grimace', '😒'],
  ['色', 'Drool', '😍'],
  ['发呆', 'Scowl', '😳'],
  ['得意', 'CoolGuy', '😎'],
  ['流泪', 'Sob', '😢'],
  ['害羞', 'Shy', '😊'],
  ['闭嘴', 'Silent', '🤐'],
  ['睡', 'Sleep', '😴'],
  ['大哭', 'Cry', '😭'],
  ['尴尬', 'Awkward', '😅'],
  ['发怒', 'Angry', '😡'],
  ['调皮', 'Tongue', '😜'],
  ['呲牙', 'Grin', '😁'],
  ['惊讶', 'Surprise', '😲'],
  ['难过', 'Frown', '🙁'],
  ['酷', 'Ruthless', '🕶️'],
  ['冷汗', 'Blush', '😰'],
  ['抓狂', 'Scream', '😫'],
  ['吐', 'Puke', '🤮'],
  ['偷笑', 'Chuckle', '🤭'],
  ['愉快', 'Joyful', '☺️'],
  ['白眼', 'Slight', '🙄'],
  ['傲慢', 'Smug', '😤'],
  ['饥饿', 'Hungry', '😋'],
  ['困', 'Drowsy', '😪'],
  ['惊恐', 'Panic', '😱'],
  ['流汗', 'Sweat', '😓'],
  ['憨笑', 'Laugh', '😄'],
  ['悠闲', 'Commando', '😌'],
  ['奋斗', 'Determined', '💪'],
  ['咒骂', 'Scold', '🤬'],
  ['疑问', 'Shocked', '❓'],
  ['嘘', 'Shhh', '🤫'],
  ['晕', 'Dizzy', '😵'],
  ['疯了', 'Tormented', '🤪'],
  ['衰', 'Toasted', '😞'],
  ['骷髅', 'Skull', '💀'],
  ['敲打', 'Hammer', '🔨'],
  ['再见', 'Wave', '👋'],
  ['擦汗', 'Speechless', '😥'],
  ['抠鼻', 'NosePick', '😑'],
  ['鼓掌', 'Clap', '👏'],
  ['糗大了', 'Shame', '😖'],
  ['坏笑', 'Trick', '😏'],
  ['左哼哼', '', '😾'],
  ['右哼哼', '', '😾'],
  ['哈欠', 'Yawn', '🥱'],
  ['鄙视', 'Pooh-pooh', '😒'],
  ['委屈', 'Shrunken', '🥺'],
  ['快哭了', 'TearingUp', '😿'],
  ['阴险', 'Sly', '😈'],
  ['亲亲', 'Kiss', '😚'],
  ['吓', 'Wrath', '😨'],
  ['可怜', 'Whimper', '🥺'],
  ['菜刀', 'Cleaver', '🔪'],
  ['西瓜', 'Watermelon', '🍉'],
  ['啤酒', 'Beer', '🍺'],
  ['篮球', 'Basketball', '🏀'],
  ['乒乓', 'PingPong', '🏓'],
  ['咖啡', 'Coffee', '☕'],
  ['饭', 'Rice', '🍚'],
  ['猪头', 'Pig', '🐷'],
  ['玫瑰', 'Rose', '🌹'],
  ['凋谢', 'Wilt', '🥀'],
  ['嘴唇', 'Lips', '👄'],
  ['爱心', 'Heart', '❤️'],
  ['心碎', 'BrokenHeart', '💔'],
  ['蛋糕', 'Cake', '🎂'],
  ['闪电', 'Lightning', '⚡'],
  ['炸弹', 'Bomb', '💣'],
  ['刀', 'Dagger', '🗡️'],
  ['足球', 'Soccer', '⚽'],
  ['瓢虫', 'Ladybug', '🐞'],
  ['便便', 'Poop', '💩'],
  ['月亮', 'Moon', '🌙'],
  ['太阳', 'Sun', '☀️'],
  ['礼物', 'Gift', '🎁'],
  ['拥抱', 'Hug', '🤗'],
  ['强', 'ThumbsUp', '👍'],
  ['弱', 'ThumbsDown', '👎'],
  ['握手', 'Shake', '🤝'],
  ['胜利', 'Peace', '✌️'],
  ['抱拳', 'Fight', '🙏'],
  ['勾引', 'Beckon', '👉'],
  ['拳头', 'Fist', '👊'],
  ['差劲', 'Pinky', '🤏'],
  ['爱你', 'RockOn', '🤟'],
  ['NO', 'Nuh-uh', '🙅'],
  ['OK', 'OK', '👌'],
  ['爱情', 'InLove', '💑'],
  ['飞吻', 'Blowkiss', '😘'],
  ['跳跳', 'Waddle', '🤾'],
  ['发抖', 'Tremble', '🥶'],
  ['怄火', '', '😠'],
  ['转圈', 'Twirl', '💫'],
  ['磕头', 'Kotow', '🙇'],
  ['回头', 'Dramatic', '🔙'],
  ['跳绳', 'JumpRope', '🤸'],
  ['投降', 'Surrender', '🏳️'],
  ['激动', 'Hooray', '🤩'],
  ['乱舞', '', '💃'],
  ['献吻', 'Smooch', '😗'],
  ['左太极', '', '☯️'],
  ['右太极', '', '☯️'],
  ['嘿哈', '', '😆'],
  ['捂脸', '', '🤦'],
  ['奸笑', '', '😼'],
  ['机智', '', '🧐'],
  ['皱眉', '', '😟'],
  ['耶', '', '✌️'],
  ['旺柴', '', '🐶'],
  ['666', '', '🤙'],
];

const DRAWINGS = new Map(
  FACES.flatMap(([chinese, english, drawing]) =>
    [chinese, english].filter(Boolean).map((name) => [name, drawing]),
  ),
);

/** The face of this name as an element; undefined if there is none. */
export function face(name) {
  const drawing = DRAWINGS.get(name);
  return (
    drawing &&
    h('span', { class: 'face', role: 'img', 'aria-label': name, title: `[${name}]` }, drawing)
  );
}

/** All faces to choose from; `choose(code)` gets the code of the one that was. */
export function facePanel(choose) {
  const button = ([chinese, english, drawing]) => {
    const name = isChinese() ? chinese : english || chinese;
    return h(
      'button',
      {
        type: 'button',
        class: 'face-button',
        'aria-label': name,
        title: name,
        onclick: () => choose(`[${name}]`),
      },
      drawing,
    );
  };
  return h('div', { class: 'faces' }, FACES.map(button));
}
