// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One way in which the service treats accounts differently, or in which nobody knows how it does
 * (protocol reference, Appendix A). A switch has a word for people, a value by default, and reads
 * its values from text; {@link Switches} holds an account's own.
 *
 * @param <T> what it can be set to; its {@code toString} can be read again
 */
public final class Switch<T> {

  /** Of {@link #FILE_HELPER_HOST}: the host whose page has asked for the login code. */
  public static final String AS_ASKED = "as-asked";

  /** The domain that the account is bound to. */
  public static final Switch<String> FAMILY =
      new Switch<>(
          "family", "family of an account", "wx.qq.com", "a host name", SwitchValues::hostName);

  /** Whether its logins are taken. */
  public static final Switch<LoginOutcome> LOGIN_OUTCOME =
      new Switch<>(
          "login-outcome",
          "login outcome",
          LoginOutcome.OK,
          "ok, 1203-in-plain-mode, 1203 or another number",
          LoginOutcome::parse);

  /** In which words a login is refused; they have changed over the years. */
  public static final Switch<LoginRefusal> LOGIN_REFUSAL =
      choice("login-refusal", "text of the refusal", LoginRefusal.ACCOUNT);

  /** What the account's phone does by itself with login codes. */
  public static final Switch<PhoneScript> POLL_OUTCOME =
      new Switch<>(
          "poll-outcome",
          "outcome of polls",
          PhoneScript.BY_HAND,
          "by-hand, or scan (a duration) and one of confirm, cancel and expire (a duration)",
          SwitchValues::phoneScript);

  /** The HTTP status of the login page. */
  public static final Switch<PageStatus> LOGIN_PAGE_STATUS =
      choice("login-page-status", "status of the login page", PageStatus.BY_VERSION);

  /** What the login page says on success; {@code OK} in 2016. */
  public static final Switch<String> LOGIN_MESSAGE =
      new Switch<>("login-message", "message on success", "", "a line of text", SwitchValues::line);

  /** Whether the texts of the login page stand in CDATA sections. */
  public static final Switch<Boolean> LOGIN_PAGE_CDATA =
      flag("login-page-cdata", "CDATA in the login page", false);

  /** Where a login of the file helper goes on, on the service's host names. */
  public static final Switch<String> FILE_HELPER_HOST =
      new Switch<>(
          "filehelper-host",
          "entry host of the file helper",
          AS_ASKED,
          "as-asked or a host name",
          SwitchValues::hostName);

  /** Who seems to write what a phone writes to the file helper. */
  public static final Switch<NoteSender> FILE_HELPER_SENDER =
      choice("filehelper-sender", "sender at the file helper", NoteSender.SELF);

  /** Whether a poll shows the avatar once the code is scanned. */
  public static final Switch<Boolean> SCAN_AVATAR = flag("scan-avatar", "avatar in 201", true);

  /** Entries on a page of contacts. Reports run from 80 to 2,000. */
  public static final Switch<Integer> CONTACT_PAGE_SIZE =
      number("contact-page-size", "contact page size", 1000, 1, 100_000);

  /** Whether pages of contacts say where the next begins; not before 2017. */
  public static final Switch<Boolean> CONTACT_SEQ = flag("contact-seq", "contact seq", true);

  /** Whether the last page of contacts is followed by an empty one. */
  public static final Switch<Boolean> EMPTY_LAST_PAGE =
      flag("empty-last-page", "empty last page", false);

  /** What the first answer after login tells about chat rooms. */
  public static final Switch<InitRooms> INIT_ROOMS =
      choice("init-completeness", "init rooms", InitRooms.HALF_EMPTY);

  /** What status notes contain; real ids until 2018. */
  public static final Switch<NoticeContent> NOTICE_CONTENT =
      choice("status-notify-content", "MsgType 51 content", NoticeContent.EMPTY);

  /** What stands in the content of pictures, voices and videos; no XML since 2018. */
  public static final Switch<MediaContent> MEDIA_CONTENT =
      choice("media-content", "opaque media contents", MediaContent.OPAQUE);

  /** Downloads of each media whose body is empty before one has it (3.20). */
  public static final Switch<Integer> EMPTY_MEDIA = number("empty-media", "media", 0, 0, 100);

  /** Whether a video is empty for who asks without a range (3.22). */
  public static final Switch<Boolean> VIDEO_RANGE =
      flag("video-range", "Range required for video", true);

  /** How red packets are told; in practice by a note (5.8). */
  public static final Switch<RedPacketForm> RED_PACKETS =
      choice("red-packets", "red packet form", RedPacketForm.NOTE);

  /** How quotes are told; the web usually gets plain text (5.11). */
  public static final Switch<QuoteForm> QUOTES = choice("quotes", "quote form", QuoteForm.TEXT);

  /** Whether there is a second sync key for checking; not before late 2016. */
  public static final Switch<Boolean> SYNC_CHECK_KEY =
      new Switch<>("sync-check-key", "SyncCheckKey", true, "present or absent", SwitchValues::flag);

  /** Which selector announces mail. */
  public static final Switch<SelectorPolicy> SELECTOR =
      choice("selector", "selector value", SelectorPolicy.CORRECT);

  /** Whether a full page of mail says that there is more. */
  public static final Switch<Boolean> CONTINUE_FLAG = flag("continue-flag", "ContinueFlag", false);

  /** Whether each page of mail comes twice, as if the answer before had been lost. */
  public static final Switch<Boolean> REDELIVERY = flag("redelivery", "redelivery of pages", false);

  /** How long answers take; after 15 s the web page's own script repeats what it has asked. */
  public static final Switch<Duration> SLOW_ANSWERS =
      duration("slow-answers", "retransmission", Duration.ZERO, Duration.ofMinutes(2));

  /** What is wrong with the names and texts that the account hears. */
  public static final Switch<Dirtiness> DIRTY_DATA =
      new Switch<>(
          "dirty-data",
          "dirty data",
          Dirtiness.CLEAN,
          "off, all, or some of " + Dirt.words(),
          SwitchValues::dirt);

  /** When sessions end by themselves. */
  public static final Switch<SessionEnd> SESSION_END =
      new Switch<>(
          "session-end",
          "session end",
          SessionEnd.USUAL,
          "never, or after (a duration) and retcode (1100, 1101, 1102)",
          SwitchValues::sessionEnd);

  /** When a session's key is renewed; the one before is still taken (protocol reference 3.11). */
  public static final Switch<KeyLife> SKEY_RENEWAL =
      new Switch<>(
          "skey-renewal",
          "SKey renewal",
          KeyLife.ENDLESS,
          "never, or a duration (PT12H)",
          KeyLife::parse);

  /** Whether the phone has been away for too long, so that nothing can be sent. */
  public static final Switch<Boolean> PHONE_OFFLINE =
      flag("phone-offline", "phone off-line", false);

  /** How long an idle {@code synccheck} is held; openwechat and wechat-api give up at 30 s. */
  public static final Switch<Duration> HOLD =
      duration("hold", "hold duration", Duration.ofSeconds(25), Duration.ofMinutes(10));

  /** The language of what the service itself says. */
  public static final Switch<Language> LANGUAGE =
      new Switch<>(
          "language",
          "language of texts",
          Language.ZH_CN,
          "zh_CN or en_US",
          text -> SwitchValues.word(Language.class, text));

  /** Whether the web opens chat rooms; closed for most accounts since 2018. */
  public static final Switch<RoomCreation> ROOM_CREATION =
      choice("room-creation", "cannot originate rooms", RoomCreation.OPEN);

  /** How often which calls may be made. */
  public static final Switch<Rates> THROTTLING =
      new Switch<>(
          "throttling",
          "throttling per call",
          Rates.USUAL,
          "off, or calls and how often a minute (webwxsendmsg=30) or another time (=3/PT1H)",
          SwitchValues::rates);

  /** All of them, in the order in which people are told. */
  public static final List<Switch<?>> ALL =
      List.of(
          FAMILY,
          LOGIN_OUTCOME,
          LOGIN_REFUSAL,
          POLL_OUTCOME,
          LOGIN_PAGE_STATUS,
          LOGIN_MESSAGE,
          LOGIN_PAGE_CDATA,
          FILE_HELPER_HOST,
          FILE_HELPER_SENDER,
          SCAN_AVATAR,
          CONTACT_PAGE_SIZE,
          CONTACT_SEQ,
          EMPTY_LAST_PAGE,
          INIT_ROOMS,
          NOTICE_CONTENT,
          MEDIA_CONTENT,
          EMPTY_MEDIA,
          VIDEO_RANGE,
          RED_PACKETS,
          QUOTES,
          SYNC_CHECK_KEY,
          SELECTOR,
          CONTINUE_FLAG,
          REDELIVERY,
          SLOW_ANSWERS,
          DIRTY_DATA,
          SESSION_END,
          SKEY_RENEWAL,
          PHONE_OFFLINE,
          HOLD,
          LANGUAGE,
          ROOM_CREATION,
          THROTTLING);

  private final String word;
  private final String title;
  private final T standard;
  private final String allowed;
  private final Function<String, T> reader;

  private Switch(
      String word, String title, T standard, String allowed, Function<String, T> reader) {
    this.word = word;
    this.title = title;
    this.standard = standard;
    this.allowed = allowed;
    this.reader = reader;
  }

  private static Switch<Boolean> flag(String word, String title, boolean standard) {
    return new Switch<>(word, title, standard, "true or false", SwitchValues::flag);
  }

  private static Switch<Integer> number(
      String word, String title, int standard, int least, int most) {
    return new Switch<>(
        word,
        title,
        standard,
        least + " to " + most,
        text -> SwitchValues.number(least, most, text));
  }

  private static Switch<Duration> duration(
      String word, String title, Duration standard, Duration most) {
    return new Switch<>(
        word,
        title,
        standard,
        "a duration up to " + most.toMinutes() + " minutes (PT25S) or a number of seconds",
        text -> SwitchValues.duration(most, text));
  }

  private static <E extends Enum<E>> Switch<E> choice(String word, String title, E standard) {
    Class<E> type = standard.getDeclaringClass();
    return new Switch<>(
        word, title, standard, SwitchValues.words(type), text -> SwitchValues.word(type, text));
  }

  /** Its name, in kebab-case. */
  public String word() {
    return word;
  }

  /** What an account has that was never set otherwise. */
  public T standard() {
    return standard;
  }

  /** What it can be set to, for people. */
  public String allowed() {
    return allowed;
  }

  /** Whether people mean this one: by its word, or as Appendix A calls it, however spaced. */
  boolean isCalled(String name) {
    String letters = SwitchValues.letters(name);
    return letters.equals(SwitchValues.letters(word))
        || letters.equals(SwitchValues.letters(title));
  }

  /**
   * Reads a value.
   *
   * @throws WorldException if it is none of this switch
   */
  T read(String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw WorldException.illegal(word, "cannot be that, allowed: " + allowed);
    }
  }

  @Override
  public String toString() {
    return word;
  }
}
