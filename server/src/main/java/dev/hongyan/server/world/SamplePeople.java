// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The sample world: lin and friends, an official account, and the room team. Invented, and the same
 * each time.
 */
public final class SamplePeople {

  /** Friends that the sample names. */
  public static final int NAMED = 3;

  /** As many as one account can have at the service. */
  public static final int MOST = 10_000;

  /** The account around which the sample world turns. */
  public static final String LIN = "lin";

  private static final List<String> FRIENDS = List.of("mei", "bo", "an");

  private static final List<String[]> FAMILY_NAMES =
      words(
          "王 wang,李 li,张 zhang,刘 liu,陈 chen,杨 yang,赵 zhao,黄 huang,周 zhou,吴 wu,徐 xu,孙 sun,"
              + "胡 hu,朱 zhu,高 gao,林 lin,何 he,郭 guo,马 ma,罗 luo,梁 liang,宋 song,郑 zheng,谢 xie,"
              + "韩 han,唐 tang,冯 feng,于 yu,董 dong,萧 xiao");
  private static final List<String[]> GIVEN_NAMES =
      words(
          "伟 wei,芳 fang,娜 na,敏 min,静 jing,丽 li,强 qiang,磊 lei,军 jun,洋 yang,勇 yong,艳 yan,"
              + "杰 jie,娟 juan,涛 tao,明 ming,超 chao,霞 xia,平 ping,刚 gang,雪 xue,晨 chen,宇 yu,"
              + "欣 xin,浩 hao,倩 qian,鹏 peng,慧 hui,健 jian,琳 lin,婷 ting");
  private static final List<String> ENGLISH =
      List.of(
          "Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Henry", "Iris", "Jack",
          "Kate", "Leo", "Mary", "Nick", "Olive", "Paul", "Rose", "Sam", "Tina", "Walt");
  private static final List<String> REGIONS =
      List.of("北京 海淀", "上海 浦东", "广东 深圳", "浙江 杭州", "四川 成都", "湖北 武汉");

  private static final List<Sex> SEXES = List.of(Sex.UNKNOWN, Sex.MALE, Sex.FEMALE);

  private SamplePeople() {}

  /**
   * The sample world in which lin has so many friends.
   *
   * @throws WorldException if that is less than {@value #NAMED} or more than {@value #MOST}
   */
  public static Population withFriends(int friends) {
    if (friends < NAMED || friends > MOST) {
      throw WorldException.illegal("people", "is " + NAMED + " to " + MOST);
    }
    List<NewAccount> accounts = named();
    List<Population.Friendship> friendships = new ArrayList<>();
    for (String friend : FRIENDS) {
      know(friendships, LIN, friend);
    }
    know(friendships, "mei", "bo");
    know(friendships, "mei", "an");
    know(friendships, "bo", "an");
    friendships.add(new Population.Friendship(LIN, "paper", ""));
    friendships.add(new Population.Friendship("paper", LIN, ""));
    for (int i = 0; i < friends - NAMED; i++) {
      NewAccount friend = friend(i);
      accounts.add(friend);
      know(friendships, LIN, friend.name());
    }
    return new Population(accounts, friendships, List.of(team()));
  }

  private static List<NewAccount> named() {
    List<NewAccount> accounts = new ArrayList<>();
    accounts.add(
        NewAccount.person(
            LIN, Profile.of("林").spelled("lin").ofSex(Sex.FEMALE).signed("山高水长").from("浙江", "杭州")));
    accounts.add(
        NewAccount.person(
            "mei", Profile.of("梅").spelled("mei").ofSex(Sex.FEMALE).from("上海", "浦东")));
    accounts.add(
        NewAccount.person("bo", Profile.of("波").spelled("bo").ofSex(Sex.MALE).from("广东", "深圳")));
    accounts.add(NewAccount.person("an", Profile.of("安").spelled("an").signed("在路上")));
    accounts.add(
        NewAccount.official(
            "paper", Profile.of("鸿雁晨报").spelled("hong yan chen bao").signed("每天早上七点")));
    return accounts;
  }

  private static NewRoom team() {
    return new NewRoom(
        "team",
        "项目组",
        LIN,
        List.of(
            new NewRoom.Member(LIN, "", true),
            new NewRoom.Member("mei", "", true),
            new NewRoom.Member("bo", "阿波", true),
            new NewRoom.Member("an", "", true)));
  }

  /** Two in three have Chinese names; now and then one has letters that clients get wrong. */
  private static NewAccount friend(int index) {
    String name = "friend-" + (index + 1);
    String[] region = REGIONS.get(index % REGIONS.size()).split(" ", -1);
    Sex sex = SEXES.get(index % SEXES.size());
    Profile profile = index % 3 == 2 ? english(index) : chinese(index);
    return NewAccount.person(name, profile.ofSex(sex).from(region[0], region[1]));
  }

  private static Profile english(int index) {
    int round = index / 3;
    String name = ENGLISH.get(round % ENGLISH.size());
    String letter = round % 7 == 6 ? " 🌻" : " " + (char) ('A' + round / ENGLISH.size() % 26) + ".";
    return Profile.of(name + letter).spelled(name);
  }

  private static Profile chinese(int index) {
    String[] family = FAMILY_NAMES.get(index % FAMILY_NAMES.size());
    String[] first = GIVEN_NAMES.get(index / FAMILY_NAMES.size() % GIVEN_NAMES.size());
    String[] second = GIVEN_NAMES.get(index * 7 % GIVEN_NAMES.size());
    return Profile.of(family[0] + first[0] + second[0])
        .spelled(family[1] + " " + first[1] + " " + second[1]);
  }

  private static void know(List<Population.Friendship> friendships, String one, String other) {
    friendships.add(new Population.Friendship(one, other, ""));
    friendships.add(new Population.Friendship(other, one, ""));
  }

  private static List<String[]> words(String pairs) {
    List<String[]> words = new ArrayList<>();
    for (String pair : pairs.split(",", -1)) {
      words.add(pair.split(" ", -1));
    }
    return List.copyOf(words);
  }
}
