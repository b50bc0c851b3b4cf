// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of all exchanges: every call, asked and answered well and refused. */
public final class Cases {

  /** Invented; its parts stand where the real ones have theirs. */
  public static final String SKEY = "@crypt_1a2b3c4d_0123456789abcdef0123456789abcdef";

  /** Invented, with the two characters that queries spoil. */
  public static final String SID = "a1B2c3D4e5F6/7+8";

  /** Invented, encoded as the login page has it. */
  public static final String PASS_TICKET = "Zx%2BcVbNm1234567890qwertyuiopASDFGHJKLzxcvbn%3D";

  static final LoginUuid UUID = new LoginUuid("Qa7ZpLm3Xw==");
  static final Status REFUSED = Status.of(Retcode.SESSION_ENDED);
  static final Credentials CREDENTIALS =
      new Credentials(2_450_346_660L, new Secret(SID), new Secret(SKEY), new Secret(PASS_TICKET));
  static final BaseRequest BASE = BaseRequest.of(CREDENTIALS, "e482913746501927");

  private static final String TICKET = "AbCdEfGhIjKlMnOpQrStUvWx@qrticket_0";

  private Cases() {}

  /** All of them. */
  public static Stream<Case<?, ?>> all() {
    return Stream.of(
            login(),
            session(),
            contacts(),
            SendCases.all(),
            MediaCases.all(),
            PeopleCases.all(),
            fileHelper())
        .flatMap(s -> s);
  }

  private static Stream<Case<?, ?>> login() {
    var ask =
        new NewCode.Request(
            NewCode.WEB_APP, "https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?mod=desktop");
    String query = "ticket=" + TICKET + "&uuid=" + UUID + "&lang=zh_CN&scan=1700000031";
    var enter = new LoginPage.Request(query);
    var entered = new LoginPage.Request(query + "&fun=new&version=v2");
    var push = new PushLogin.Request(CREDENTIALS.uin());
    return Stream.of(
        new Case<>("new-code", NewCode.CALL, ask, NewCode.Reply.of(UUID)),
        new Case<>("new-code-refused", NewCode.CALL, ask, NewCode.Reply.refused()),
        new Case<>("picture", CodePicture.CALL, UUID, picture()),
        new Case<>("picture-unknown", CodePicture.CALL, UUID, CodePicture.Picture.NONE),
        poll("poll-waiting", true, new LoginPoll.Waiting()),
        poll("poll-scanned", true, new LoginPoll.Scanned(Optional.of(avatar()))),
        poll("poll-scanned-without-avatar", true, new LoginPoll.Scanned(Optional.empty())),
        poll("poll-confirmed", false, new LoginPoll.Confirmed(redirect())),
        poll("poll-cancelled", false, new LoginPoll.Cancelled()),
        poll("poll-expired", false, new LoginPoll.Expired()),
        poll("poll-trouble", false, new LoginPoll.Unexpected(500)),
        new Case<>("page", LoginPage.CALL, enter, entered, LoginPage.Reply.of(CREDENTIALS)),
        new Case<>("page-refused", LoginPage.CALL, enter, entered, pageRefused()),
        new Case<>("push", PushLogin.CALL, push, PushLogin.Reply.of(UUID)),
        new Case<>("push-refused", PushLogin.CALL, push, PushLogin.Reply.refused("1", "no")));
  }

  private static Case<?, ?> poll(String name, boolean first, LoginPoll.Reply reply) {
    return new Case<>(name, LoginPoll.CALL, new LoginPoll.Request(UUID, first, true), reply);
  }

  private static CodePicture.Picture picture() {
    return new CodePicture.Picture("image/jpeg", Body.of("no real picture"));
  }

  private static LoginPoll.Avatar avatar() {
    return new LoginPoll.Avatar(Body.of("no real avatar"));
  }

  private static RedirectUri redirect() {
    return RedirectUri.parse(
            "https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket="
                + TICKET
                + "&uuid="
                + UUID
                + "&lang=zh_CN&scan=1700000031")
        .orElseThrow();
  }

  private static LoginPage.Reply pageRefused() {
    return LoginPage.Reply.refused(Retcode.LOGIN_REFUSED, "为了你的帐号安全 <&> 不能登录");
  }

  private static Stream<Case<?, ?>> session() {
    var begin = new Init.Request(BASE, CREDENTIALS.passTicket());
    var ready =
        new StatusNotify.Request(
            BASE,
            CREDENTIALS.passTicket(),
            StatusNotify.READY,
            SampleValues.SELF,
            SampleValues.FRIEND,
            new ClientMessageId("1700000033120"));
    var check = new SyncCheck.Request(BASE, SampleValues.KEY.parameter());
    var fetch = new Sync.Request(BASE, CREDENTIALS.passTicket(), SampleValues.KEY);
    var leave = new Logout.Request(CREDENTIALS.uin(), BASE.sid(), BASE.skey(), true);
    return Stream.of(
        new Case<>("init", Init.CALL, begin, SampleValues.init()),
        new Case<>("init-refused", Init.CALL, begin, Init.Reply.refused(REFUSED)),
        new Case<>("ready", StatusNotify.CALL, ready, new StatusNotify.Reply(Status.OK, bigId())),
        new Case<>(
            "ready-refused",
            StatusNotify.CALL,
            ready,
            new StatusNotify.Reply(REFUSED, MessageId.NONE)),
        new Case<>("check-nothing", SyncCheck.CALL, check, new SyncCheck.Reply(Retcode.OK, 0)),
        new Case<>("check-news", SyncCheck.CALL, check, new SyncCheck.Reply(Retcode.OK, 2)),
        new Case<>(
            "check-over", SyncCheck.CALL, check, new SyncCheck.Reply(Retcode.SESSION_ENDED, 0)),
        new Case<>("sync", Sync.CALL, fetch, SampleValues.sync()),
        new Case<>("sync-refused", Sync.CALL, fetch, Sync.Reply.refused(REFUSED)),
        new Case<>("logout", Logout.CALL, leave, new Logout.Reply(Status.OK)));
  }

  private static Stream<Case<?, ?>> contacts() {
    var page = new ContactPage.Request(BASE.skey(), CREDENTIALS.passTicket(), 700_000_051);
    var batch =
        new ContactBatch.Request(
            BASE,
            CREDENTIALS.passTicket(),
            List.of(
                ContactBatch.Entry.of(SampleValues.ROOM),
                ContactBatch.Entry.of(SampleValues.STRANGER, SampleValues.ROOM)));
    return Stream.of(
        new Case<>(
            "contacts",
            ContactPage.CALL,
            page,
            new ContactPage.Reply(
                Status.OK, List.of(SampleValues.friend(), SampleValues.savedRoom()), 700_000_099)),
        new Case<>("contacts-refused", ContactPage.CALL, page, ContactPage.Reply.refused(REFUSED)),
        new Case<>(
            "batch",
            ContactBatch.CALL,
            batch,
            new ContactBatch.Reply(
                Status.OK, List.of(SampleValues.room(), SampleValues.stranger()))),
        new Case<>("batch-refused", ContactBatch.CALL, batch, ContactBatch.Reply.refused(REFUSED)));
  }

  private static Stream<Case<?, ?>> fileHelper() {
    var page = "https://szfilehelper.weixin.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage";
    var once = new NewCode.Request(WebApp.FILE_HELPER.id(), page);
    var base = BaseRequest.of(CREDENTIALS, "482913746501927");
    var check = new SyncCheck.Request(base, SampleValues.KEY.parameter());
    var clientId = new ClientMessageId("1700000090012417");
    var send =
        new SendRequest<>(
            base,
            CREDENTIALS.passTicket(),
            OutgoingText.of(
                "make: *** [all] Error 2",
                new Envelope(SampleValues.SELF, UserName.FILE_HELPER, clientId)));
    return Stream.of(
        new Case<>("new-code", NewCode.CALL, once, NewCode.Reply.of(UUID))
            .byFileHelper("helper-new-code"),
        new Case<>("new-code", NewCode.CALL, once.encodedTwice(), NewCode.Reply.of(UUID))
            .byFileHelper("helper-new-code-encoded-twice"),
        poll("poll", true, new LoginPoll.Waiting()).byFileHelper("helper-poll"),
        new Case<>("check", SyncCheck.CALL, check, new SyncCheck.Reply(Retcode.OK, 2))
            .byFileHelper("helper-check"),
        new Case<>("send", SendText.CALL, send, new SendReply(Status.OK, bigId(), clientId))
            .byFileHelper("helper-send"));
  }

  /** An id that a double cannot hold. */
  static MessageId bigId() {
    return new MessageId(8_032_000_000_000_000_001L);
  }
}
