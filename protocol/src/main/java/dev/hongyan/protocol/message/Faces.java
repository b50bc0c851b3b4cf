// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The faces that stand in texts as a name in brackets, {@code [微笑]}, and stay so on the wire
 * (protocol reference 5.12). The name depends on the language of who sends it.
 */
public final class Faces {

  /** Numbers 0 to 104, in order. */
  private static final List<String> CHINESE =
      List.of(
          """
          微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 冷汗 抓狂 吐 偷笑 愉快 白眼 傲慢 饥饿 困
          惊恐 流汗 憨笑 悠闲 奋斗 咒骂 疑问 嘘 晕 疯了 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈
          快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便
          月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 NO OK 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降
          激动 乱舞 献吻 左太极 右太极
          """
              .strip()
              .split("\\s+"));

  /** The same faces; a dash where we are not sure of the name. */
  private static final List<String> ENGLISH =
      List.of(
          """
          Smile Grimace Drool Scowl CoolGuy Sob Shy Silent Sleep Cry Awkward Angry Tongue Grin
          Surprise Frown Ruthless Blush Scream Puke Chuckle Joyful Slight Smug Hungry Drowsy
          Panic Sweat Laugh Commando Determined Scold Shocked Shhh Dizzy Tormented Toasted Skull
          Hammer Wave Speechless NosePick Clap Shame Trick - - Yawn Pooh-pooh Shrunken TearingUp
          Sly Kiss Wrath Whimper Cleaver Watermelon Beer Basketball PingPong Coffee Rice Pig Rose
          Wilt Lips Heart BrokenHeart Cake Lightning Bomb Dagger Soccer Ladybug Poop Moon Sun Gift
          Hug ThumbsUp ThumbsDown Shake Peace Fight Beckon Fist Pinky RockOn Nuh-uh OK InLove
          Blowkiss Waddle Tremble - Twirl Kotow Dramatic JumpRope Surrender Hooray - Smooch - -
          """
              .strip()
              .split("\\s+"));

  /** Some of those that came later and have no number. */
  private static final List<String> LATER = List.of("嘿哈", "捂脸", "奸笑", "机智", "皱眉", "耶", "旺柴", "666");

  private static final String NOT_SURE = "-";

  private static final Set<String> ALL = all();

  /** No name is longer. */
  private static final int MAX_NAME = 12;

  private static final Pattern CODE =
      Pattern.compile("\\[(?<name>[^\\[\\]\\s]{1," + MAX_NAME + "})]");

  private Faces() {}

  private static Set<String> all() {
    Set<String> all = new HashSet<>(CHINESE);
    all.addAll(ENGLISH);
    all.addAll(LATER);
    all.remove(NOT_SURE);
    return Set.copyOf(all);
  }

  /** The Chinese names of the 105 classic faces; a face's number is its place. */
  public static List<String> classic() {
    return CHINESE;
  }

  /** What a classic face is called in English; nothing where that is not certain. */
  public static Optional<String> english(int number) {
    return Optional.of(ENGLISH.get(number)).filter(name -> !name.equals(NOT_SURE));
  }

  /** Whether there is a face of this name, in either language. */
  public static boolean isFace(String name) {
    return ALL.contains(name);
  }

  /**
   * A face as it stands in a text.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static String code(String name) {
    if (!isFace(name)) {
      throw new IllegalArgumentException("there is no face of this name");
    }
    return "[" + name + "]";
  }

  /** The names of the faces in a text, in order. */
  public static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    Matcher codes = CODE.matcher(text);
    while (codes.find()) {
      if (isFace(codes.group("name"))) {
        names.add(codes.group("name"));
      }
    }
    return List.copyOf(names);
  }

  /** Where the face begins that a cut at this place would break; the place itself if none. */
  static int startOfFaceAt(String text, int place) {
    int open = text.lastIndexOf('[', place - 1);
    if (open < 0 || place - open > MAX_NAME + 1) {
      return place;
    }
    Matcher code = CODE.matcher(text).region(open, text.length());
    boolean isBroken = code.lookingAt() && code.end() > place && isFace(code.group("name"));
    return isBroken ? open : place;
  }
}
