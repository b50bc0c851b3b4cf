// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.client.contact.AddressBook;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.time.Randomness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invented people with namesakes, who change between logins as people do. */
final class Crowd {

  private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄");
  private static final List<String> GIVEN =
      List.of("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛");
  private static final List<String> PLACES = List.of("北京 海淀", "上海 浦东", "广东 深圳", "浙江 杭州");

  private final Randomness chance;
  private final List<Someone> people = new ArrayList<>();
  private final List<List<Integer>> rooms = new ArrayList<>();
  private int login;

  /** Somebody, as he looks at the moment. */
  private static final class Someone {
    String nickName = "";
    String remark = "";
    String signature = "";
    String place = "";
    long picture;
    long attributes;
    int sex;
    boolean friend = true;
  }

  Crowd(int size, long seed) {
    this.chance = Randomness.seeded(seed);
    for (int i = 0; i < size; i++) {
      people.add(someone());
    }
    for (int i = 0; i < size / 25; i++) {
      rooms.add(members());
    }
  }

  private Someone someone() {
    Someone one = new Someone();
    one.nickName = name();
    one.remark = chance.nextInt(10) == 0 ? name() + chance.digits(2) : "";
    one.signature = chance.nextInt(3) == 0 ? chance.letters(8, "山高水长风花雪月") : "";
    one.place = PLACES.get(chance.nextInt(PLACES.size()));
    one.picture = chance.nextInt(4) == 0 ? 0 : 600_000_000L + chance.nextInt(90_000_000);
    one.attributes = 98_000L + chance.nextInt(400);
    one.sex = chance.nextInt(3);
    one.friend = chance.nextInt(6) != 0;
    return one;
  }

  private String name() {
    return FAMILY.get(chance.nextInt(FAMILY.size())) + GIVEN.get(chance.nextInt(GIVEN.size()));
  }

  private List<Integer> members() {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < 3 + chance.nextInt(20); i++) {
      int one = chance.nextInt(people.size());
      if (!members.contains(one)) {
        members.add(one);
      }
    }
    return members;
  }

  /** Time goes by: of a hundred so many take another name, another picture and so on. */
  void live(int percent) {
    for (Someone one : people) {
      if (chance.nextInt(100) < percent) {
        one.nickName = name() + chance.letters(1, "之子儿");
      }
      if (chance.nextInt(100) < percent) {
        one.picture = 600_000_000L + chance.nextInt(90_000_000);
      }
      if (chance.nextInt(100) < percent) {
        one.signature = chance.letters(8, "春夏秋冬东南西北");
      }
    }
  }

  /** Of a hundred so many become strangers, and as many others become friends. */
  void turnOver(int percent) {
    for (int i = 0; i < people.size() * percent / 100; i++) {
      people.get(chance.nextInt(people.size())).friend = false;
      Someone newcomer = someone();
      newcomer.friend = true;
      people.add(newcomer);
    }
  }

  /** A new session: everybody's user name is another one. */
  Map<UserName, Integer> logIn(AddressBook book) {
    login++;
    Map<UserName, Integer> truth = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      truth.put(userName(i), i);
      if (people.get(i).friend) {
        book.put(contact(i));
      }
    }
    for (int i = 0; i < rooms.size(); i++) {
      UserName room = new UserName("@@" + login + "x" + i);
      truth.put(room, -1 - i);
      List<Member> members = rooms.get(i).stream().map(this::member).toList();
      book.put(
          new Contact(
              0,
              room,
              Names.of(i % 4 == 0 ? "" : "群" + i % 20),
              Traits.NONE,
              "",
              ContactFlags.NONE,
              Room.of(members, "", i % 9 == 0)));
    }
    return truth;
  }

  Self self() {
    return new Self(77, new UserName("@self" + login), Names.of("林"), "", 2, "", true, 1);
  }

  private UserName userName(int index) {
    return new UserName("@" + login + "y" + index);
  }

  private Member member(int index) {
    Someone one = people.get(index);
    String shown = one.friend && !one.remark.isEmpty() ? one.remark : one.nickName;
    return new Member(0, userName(index), shown, one.attributes, 0, "", "");
  }

  private Contact contact(int index) {
    Someone one = people.get(index);
    String[] place = one.place.split(" ", -1);
    return new Contact(
        0,
        userName(index),
        new Names(one.nickName, one.remark, "", Pinyin.NONE, Pinyin.NONE),
        new Traits(one.sex, one.signature, 0, false, one.attributes, place[0], place[1], "", 1, ""),
        "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=" + one.picture + "&username=x&skey=y",
        new ContactFlags(3),
        Room.NONE);
  }
}
