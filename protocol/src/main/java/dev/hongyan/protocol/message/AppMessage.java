// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.List;

/**
 * The XML of an app message (protocol reference 5.8): one skeleton for all of them.
 *
 * @param type number of protocol reference 5.4
 * @param miniApps none or one
 * @param references none or one
 * @param pushes none or one
 */
record AppMessage(
    int type,
    Head head,
    Sound sound,
    Attachment attachment,
    List<MiniApp> miniApps,
    List<Reference> references,
    List<Push> pushes) {

  /** What nearly all have. */
  record Head(String title, String description, String url, String thumbnail, String source) {

    static Head of(String title, String description) {
      return new Head(title, description, "", "", "");
    }
  }

  /** Where music is heard. */
  record Sound(String url, String lowUrl) {

    static final Sound NONE = new Sound("", "");
  }

  /** The file that is attached. */
  record Attachment(long size, String id, String extension) {

    static final Attachment NONE = new Attachment(0, "", "");

    private static final Shape<Attachment> SHAPE =
        new Shape<>(
            NONE,
            (f, a) -> {
              long size = f.longNumber("totallen", a.size);
              String id = f.text("attachid", a.id);
              f.constant("emoticonmd5", "");
              String extension = f.text("fileext", a.extension);
              f.constant("cdnattachurl", "");
              f.constant("aeskey", "");
              f.constant("encryver", 0);
              return new Attachment(size, id, extension);
            });
  }

  /** The mini program that is opened. */
  record MiniApp(String userName, String appId, String page) {

    private static final Shape<MiniApp> SHAPE =
        new Shape<>(
            new MiniApp("", "", ""),
            (f, m) ->
                new MiniApp(
                    f.text("username", m.userName),
                    f.text("appid", m.appId),
                    f.text("pagepath", m.page)));
  }

  /** The message that is quoted. */
  record Reference(int type, long id, String name, String content) {

    private static final Shape<Reference> SHAPE =
        new Shape<>(
            new Reference(1, 0, "", ""),
            (f, r) -> {
              int type = f.number("type", r.type);
              long id = f.digits("svrid", r.id);
              f.constant("fromusr", "");
              String name = f.text("displayname", r.name);
              return new Reference(type, id, name, f.text("content", r.content));
            });
  }

  /** Articles of an official account. */
  record Push(List<Articles.Article> articles) {

    static final Shape<Push> SHAPE = new Shape<>(new Push(List.of()), Push::members);

    static Push members(Fields f, Push p) {
      return f.within("category", p, Push::category);
    }

    private static Push category(Fields f, Push p) {
      f.constant("@type", 20);
      f.constant("@count", p.articles.size());
      return new Push(f.list("item", Articles.Article.SHAPE, p.articles));
    }
  }

  static AppMessage of(int type, Head head) {
    return new AppMessage(type, head, Sound.NONE, Attachment.NONE, List.of(), List.of(), List.of());
  }

  AppMessage withSound(Sound value) {
    return new AppMessage(type, head, value, attachment, miniApps, references, pushes);
  }

  AppMessage withAttachment(Attachment value) {
    return new AppMessage(type, head, sound, value, miniApps, references, pushes);
  }

  AppMessage withMiniApp(MiniApp value) {
    return new AppMessage(type, head, sound, attachment, List.of(value), references, pushes);
  }

  AppMessage withReference(Reference value) {
    return new AppMessage(type, head, sound, attachment, miniApps, List.of(value), pushes);
  }

  AppMessage withPush(Push value) {
    return new AppMessage(type, head, sound, attachment, miniApps, references, List.of(value));
  }

  /** What the fields beside the XML tell, and the XML where it can be read. */
  static AppMessage read(MessageItem item, String content) {
    MediaFields media = item.media();
    String title = WireText.decode(media.fileName());
    String url = WireText.decode(media.url());
    AppMessage told = of(item.appType(), new Head(title, "", url, "", ""));
    return xml("").read(WireText.xml(content), told).orElse(told);
  }

  /**
   * Ready to be sent on.
   *
   * @param sender id that the XML shows
   */
  Draft draft(String sender) {
    return new Draft(MessageKind.APP)
        .app(type)
        .content(xml(sender).write(this))
        .title(head.title)
        .url(head.url);
  }

  private static XmlContent<AppMessage> xml(String sender) {
    return new XmlContent<>(
        "msg",
        Layout.PAIRED,
        (f, m) -> {
          AppMessage read = f.within("appmsg", m, AppMessage::members);
          f.constant("fromusername", sender);
          f.constant("scene", 0);
          var ignored = f.within("appinfo", m, AppMessage::application);
          f.constant("commenturl", "");
          return read;
        });
  }

  private static AppMessage application(Fields f, AppMessage m) {
    f.constant("version", 1);
    f.constant("appname", "");
    return m;
  }

  private static AppMessage members(Fields f, AppMessage m) {
    f.constant("@appid", "");
    f.constant("@sdkver", "0");
    String title = f.filledText("title", m.head.title);
    String description = f.text("des", m.head.description);
    f.constant("action", "view");
    int type = f.number("type", m.type);
    f.constant("showtype", 0);
    f.constant("content", "");
    String url = f.filledText("url", m.head.url);
    String sound = f.text("dataurl", m.sound.url);
    f.constant("lowurl", "");
    String lowSound = f.text("lowdataurl", m.sound.lowUrl);
    f.constant("recorditem", "");
    String thumbnail = f.text("thumburl", m.head.thumbnail);
    f.constant("extinfo", "");
    f.constant("sourceusername", "");
    String source = f.text("sourcedisplayname", m.head.source);
    f.constant("commenturl", "");
    return new AppMessage(
        type,
        new Head(title, description, url, thumbnail, source),
        new Sound(sound, lowSound),
        f.object("appattach", Attachment.SHAPE, m.attachment),
        f.list("weappinfo", MiniApp.SHAPE, m.miniApps),
        f.list("refermsg", Reference.SHAPE, m.references),
        f.list("mmreader", Push.SHAPE, m.pushes));
  }
}
