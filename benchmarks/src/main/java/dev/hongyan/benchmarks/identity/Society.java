// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.identity;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.NewRoom;
import dev.hongyan.server.world.Population;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.ProfileEdit;
import dev.hongyan.server.world.Sex;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The friends of one account, their rooms, and strangers in these rooms: with namesakes, few
 * remarks, few signatures, a dozen of regions; and what happens to them between two logins.
 */
final class Society {

  static final String OWNER = "lin";

  private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚雪晨宇欣浩倩鹏慧健琳";
  private static final List<String> REGIONS =
      List.of("北京 海淀", "上海 浦东", "广东 深圳", "浙江 杭州", "四川 成都", "湖北 武汉");
  private static final List<Sex> SEXES = List.of(Sex.values());

  /** One room for so many friends. */
  private static final int FRIENDS_A_ROOM = 25;

  private final Randomness chance;
  private final int friends;
  private int born;

  Society(int friends, Randomness chance) {
    this.friends = friends;
    this.chance = chance;
  }

  Population population() {
    List<NewAccount> accounts = new ArrayList<>();
    List<Population.Friendship> friendships = new ArrayList<>();
    accounts.add(NewAccount.person(OWNER, Profile.of("林")));
    for (int i = 0; i < friends; i++) {
      NewAccount friend = somebody();
      accounts.add(friend);
      String remark = oneIn(8) ? name() : "";
      friendships.add(new Population.Friendship(OWNER, friend.name(), remark));
      friendships.add(new Population.Friendship(friend.name(), OWNER, ""));
    }
    List<String> strangers = new ArrayList<>();
    for (int i = 0; i < friends / 4; i++) {
      NewAccount stranger = somebody();
      accounts.add(stranger);
      strangers.add(stranger.name());
    }
    return new Population(accounts, friendships, rooms(accounts, strangers));
  }

  private List<NewRoom> rooms(List<NewAccount> accounts, List<String> strangers) {
    List<NewRoom> rooms = new ArrayList<>();
    for (int i = 0; i < friends / FRIENDS_A_ROOM; i++) {
      List<NewRoom.Member> members = new ArrayList<>();
      members.add(new NewRoom.Member(OWNER, "", true));
      for (int j = 0; j < 3 + chance.nextInt(20); j++) {
        String name =
            oneIn(3)
                ? strangers.get(chance.nextInt(strangers.size()))
                : accounts.get(1 + chance.nextInt(friends)).name();
        if (members.stream().noneMatch(member -> member.account().equals(name))) {
          members.add(new NewRoom.Member(name, "", false));
        }
      }
      rooms.add(new NewRoom("room-" + i, oneIn(4) ? "" : "群" + chance.nextInt(40), OWNER, members));
    }
    return rooms;
  }

  private NewAccount somebody() {
    String[] region = REGIONS.get(chance.nextInt(REGIONS.size())).split(" ", -1);
    Profile profile =
        Profile.of(name())
            .ofSex(SEXES.get(chance.nextInt(SEXES.size())))
            .from(region[0], region[1])
            .signed(oneIn(3) ? chance.letters(6, "山高水长风花雪月春秋") : "");
    return NewAccount.person("p" + born++, profile);
  }

  private String name() {
    return chance.letters(1, FAMILY) + chance.letters(1 + chance.nextInt(2), GIVEN);
  }

  private boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }

  /**
   * Time goes by: of a hundred people so many take another name, so many another picture, so many
   * another signature, so many leave the address book and as many others come into it.
   */
  void live(World world, int percent) {
    for (Account account : world.accounts().all()) {
      if (account.name().startsWith("p")) {
        change(world, account, percent);
      }
    }
    List<Account> leaving =
        world.contacts().of(owner(world)).stream()
            .map(contact -> contact.account())
            .filter(account -> account.name().startsWith("p") && happens(percent))
            .toList();
    for (Account account : leaving) {
      world.contacts().delete(owner(world), account.id());
      NewAccount newcomer = somebody();
      world.accounts().add(newcomer);
      world.contacts().befriend(OWNER, newcomer.name(), "");
    }
  }

  private void change(World world, Account account, int percent) {
    Optional<String> name = happens(percent) ? Optional.of(name()) : Optional.empty();
    Optional<String> signature =
        happens(percent) ? Optional.of(chance.letters(6, "东南西北")) : Optional.empty();
    boolean picture = happens(percent);
    if (name.isPresent() || signature.isPresent() || picture) {
      var ignored =
          world
              .accounts()
              .change(
                  account.id(),
                  new ProfileEdit(
                      name,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      signature,
                      Optional.empty(),
                      Optional.empty(),
                      picture));
    }
  }

  private boolean happens(int percent) {
    return chance.nextInt(100) < percent;
  }

  private static dev.hongyan.server.world.AccountId owner(World world) {
    return world.accounts().named(OWNER).orElseThrow().id();
  }
}
