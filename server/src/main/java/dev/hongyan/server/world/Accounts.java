// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Randomness;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody: people, official accounts, and the special accounts of the service. */
public final class Accounts {

  /** Short name of the special account that stands for one's own phone. */
  public static final String FILE_HELPER = "filehelper";

  /** Special accounts of protocol reference 4.7 that we have; the first three are in every list. */
  static final List<String> SPECIAL =
      List.of(
          FILE_HELPER,
          "weixin",
          "fmessage",
          "newsapp",
          "medianote",
          "floatbottle",
          "qmessage",
          "tmessage",
          "qqmail",
          "qqsync",
          "weibo",
          "lbsapp",
          "shakeapp",
          "qqfriend",
          "readerapp",
          "blogapp",
          "blogappweixin",
          "facebookapp",
          "masssendapp",
          "meishiapp",
          "feedsapp",
          "voip",
          "brandsessionholder",
          "weixinreminder",
          "officialaccounts",
          "notification_messages",
          "wxitil",
          "userexperience_alarm",
          "notifymessage");

  private static final Map<String, Profile> SPECIAL_PROFILES =
      Map.of(
          FILE_HELPER,
          Profile.of("文件传输助手").spelled("wen jian chuan shu zhu shou"),
          "weixin",
          Profile.of("微信团队").spelled("wei xin tuan dui"),
          "fmessage",
          Profile.of("朋友推荐消息").spelled("peng you tui jian xiao xi"),
          "newsapp",
          Profile.of("腾讯新闻").spelled("teng xun xin wen"));

  private static final long LOWEST_UIN = 1_000_000_000L;
  private static final long HIGHEST_UIN = 4_200_000_000L;
  private static final int VERIFY_FLAG_OF_SERVICE = 56;
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = HEX + "ghijklmnopqrstuvwxyz";

  /**
   * Traits are bits that many share: they tell people apart only together with other things
   * (protocol reference 4.11).
   */
  private static final int TRAITS_OF_ALL = 0x1_8000;

  private final Database database;
  private final Wakeups wakeups;
  private final Post post;

  Accounts(Database database, Wakeups wakeups, Post post) {
    this.database = database;
    this.wakeups = wakeups;
    this.post = post;
  }

  /** The account of this number, if there is one. */
  public Optional<Account> find(AccountId id) {
    return database.read(sql -> AccountTable.find(sql, id));
  }

  /**
   * The account of this number.
   *
   * @throws WorldException if there is none
   */
  public Account account(AccountId id) {
    return database.read(sql -> AccountTable.get(sql, id));
  }

  /** The account of this short name, special accounts included. */
  public Optional<Account> named(String name) {
    return database.read(sql -> AccountTable.named(sql, name));
  }

  /** The account of this uin. */
  public Optional<Account> withUin(long uin) {
    return database.read(sql -> AccountTable.withUin(sql, uin));
  }

  /** Everybody, special accounts first, then in the order in which they came. */
  public List<Account> all() {
    return database.read(AccountTable::all);
  }

  /** Whose phones scan login codes by themselves. */
  List<Account> actingByThemselves() {
    return database.read(sql -> AccountTable.switching(sql, Switch.POLL_OUTCOME)).stream()
        .filter(account -> account.switches().of(Switch.POLL_OUTCOME).scan().isPresent())
        .toList();
  }

  /**
   * Lets somebody into the world. He knows nobody yet.
   *
   * @throws WorldException if the name is taken or is none
   */
  public Account add(NewAccount account) {
    return database.write(sql -> add(sql, account));
  }

  /**
   * Has the service treat an account otherwise, at once: sessions that wait look again.
   *
   * @param changes names of switches, and their values as text
   * @throws WorldException if there is no such account, switch or value
   */
  public Account set(String name, Map<String, String> changes) {
    return database.write(sql -> {
      Account account = person(sql, name);
      AccountTable.setSwitches(sql, account.id(), account.switches().with(changes));
      Optional<Long> session = SessionTable.liveNumber(sql, account.id());
      session.ifPresent(number -> sql.afterCommit(() -> wakeups.raise(number)));
      return AccountTable.get(sql, account.id());
    });
  }

  /**
   * Somebody changes what he shows to others. Whoever knows him hears of it, and so does his own
   * session.
   *
   * @throws WorldException if he is not there, or a name is too long
   */
  public Account change(AccountId id, ProfileEdit edit) {
    edit.nickName().ifPresent(name -> Names.requireText("nickName", name));
    edit.signature().ifPresent(text -> Names.requireText("signature", text));
    return database.write(sql -> {
      Account account = AccountTable.get(sql, id);
      int picture = account.pictureVersion() + (edit.newPicture() ? 1 : 0);
      AccountTable.setProfile(sql, id, edit.of(account.profile()), picture);
      post.profileChanged(sql, id);
      for (AccountId friend : ContactTable.ownersOf(sql, id)) {
        post.about(sql, friend, MailTable.Kind.CHANGED, id);
      }
      return AccountTable.get(sql, id);
    });
  }

  static Account add(Sql sql, NewAccount wanted) throws SQLException {
    Names.requireShort(wanted.name());
    Names.requireText("nickName", wanted.profile().nickName());
    Names.requireText("signature", wanted.profile().signature());
    return insert(sql, wanted);
  }

  static void addSpecial(Sql sql) throws SQLException {
    for (String name : SPECIAL) {
      Profile profile = SPECIAL_PROFILES.getOrDefault(name, Profile.of(name));
      int flag = name.equals("weixin") ? VERIFY_FLAG_OF_SERVICE : 0;
      insert(sql, new NewAccount(name, AccountKind.SPECIAL, flag, profile));
    }
  }

  /** A person or an official account, whoever can act by himself. */
  static Account person(Sql sql, String name) throws SQLException {
    return AccountTable.named(sql, name)
        .filter(account -> account.kind() != AccountKind.SPECIAL)
        .orElseThrow(() -> WorldException.unknown("no such account: " + name));
  }

  /** Draws by the name, so that the same people are the same in every world. */
  private static Account insert(Sql sql, NewAccount wanted) throws SQLException {
    Randomness lot = Randomness.seeded(wanted.name().hashCode());
    long uin = lot.nextLong(LOWEST_UIN, HIGHEST_UIN);
    while (AccountTable.withUin(sql, uin).isPresent()) {
      uin++;
    }
    Account account =
        new Account(
            new AccountId(AccountTable.takeName(sql, wanted.name())),
            wanted.name(),
            wanted.kind(),
            uin,
            wanted.profile(),
            wanted.verifyFlag(),
            lot.nextInt(600_000_000, 700_000_000),
            TRAITS_OF_ALL | lot.nextInt(1 << 9),
            realId(wanted, lot),
            Switches.STANDARD);
    AccountTable.insert(sql, account);
    return account;
  }

  private static String realId(NewAccount wanted, Randomness lot) {
    return switch (wanted.kind()) {
      case PERSON -> "wxid_" + lot.letters(14, LETTERS);
      case OFFICIAL -> "gh_" + lot.letters(12, HEX);
      case SPECIAL -> wanted.name();
    };
  }
}
