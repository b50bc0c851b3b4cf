// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.page.Feedback;
import dev.hongyan.protocol.page.StatReport;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.protocol.room.RoomMemberStatus;
import java.util.List;
import java.util.stream.Stream;

/** What is done to people, rooms and messages (protocol reference 3.25 to 3.34). */
final class PeopleCases {

  private static final Secret TICKET = Cases.CREDENTIALS.passTicket();
  private static final List<UserName> TWO = List.of(SampleValues.FRIEND, SampleValues.STRANGER);
  private static final List<Member> ACTED_ON =
      List.of(
          Member.of(SampleValues.FRIEND, "Anna", ""),
          new Member(
              0, SampleValues.STRANGER, "Cem", 0, RoomMemberStatus.NO_FRIEND.code(), "", ""));

  private PeopleCases() {}

  static Stream<Case<?, ?>> all() {
    return Stream.of(recalls(), contacts(), rooms(), changes(), page()).flatMap(s -> s);
  }

  private static Stream<Case<?, ?>> recalls() {
    var question =
        new RecallMessage.Request(
            Cases.BASE,
            TICKET,
            Cases.bigId(),
            SampleValues.ROOM,
            new ClientMessageId("17000001100120418"));
    return Stream.of(
        new Case<>(
            "recall",
            RecallMessage.CALL,
            question,
            new RecallMessage.Reply(Status.OK, "两分钟 <&>", "")),
        new Case<>(
            "recall-refused",
            RecallMessage.CALL,
            question,
            RecallMessage.Reply.refused(Cases.REFUSED)));
  }

  private static Stream<Case<?, ?>> contacts() {
    var remark =
        ContactOperation.Request.remark(Cases.BASE, TICKET, SampleValues.FRIEND, "Anna a\\b");
    var pin =
        ContactOperation.Request.pin(Cases.BASE, TICKET, SampleValues.FRIEND, true, "Anna a\\b");
    var ask =
        VerifyContact.Request.asking(Cases.BASE, TICKET, SampleValues.STRANGER, "hi, a\\b here");
    var accept =
        VerifyContact.Request.accepting(
            Cases.BASE, TICKET, SampleValues.STRANGER, new Secret("v2_" + Cases.SKEY));
    var search = new SearchContact.Request(Cases.BASE, TICKET, "a\\b");
    return Stream.of(
        new Case<>("remark", ContactOperation.CALL, remark, StatusReply.OK),
        new Case<>("pin", ContactOperation.CALL, pin, StatusReply.OK),
        new Case<>("pin-refused", ContactOperation.CALL, pin, new StatusReply(Cases.REFUSED)),
        new Case<>("befriend", VerifyContact.CALL, ask, StatusReply.OK),
        new Case<>("accept", VerifyContact.CALL, accept, StatusReply.OK),
        new Case<>("accept-refused", VerifyContact.CALL, accept, new StatusReply(Cases.REFUSED)),
        new Case<>("search", SearchContact.CALL, search, new SearchContact.Reply(Status.OK, TWO)),
        new Case<>(
            "search-refused",
            SearchContact.CALL,
            search,
            SearchContact.Reply.refused(Cases.REFUSED)));
  }

  private static Stream<Case<?, ?>> rooms() {
    var question = new CreateRoom.Request(Cases.BASE, TICKET, TWO, "a\\b");
    var made =
        new CreateRoom.Reply(
            CreateRoom.Reply.DONE,
            "象棋",
            new Pinyin("XQ", "xiangqi"),
            ACTED_ON,
            SampleValues.ROOM,
            "none");
    var closed =
        new Status(
            Retcode.OK, "<e><ShowType>1</ShowType><Content><![CDATA[failed]]></Content></e>");
    return Stream.of(
        new Case<>("create-room", CreateRoom.CALL, question, made),
        new Case<>(
            "create-room-closed", CreateRoom.CALL, question, CreateRoom.Reply.refused(closed)),
        new Case<>(
            "create-room-refused",
            CreateRoom.CALL,
            question,
            CreateRoom.Reply.refused(new Status(Retcode.PARAMETER_ERROR, "操作太频繁"))));
  }

  private static Stream<Case<?, ?>> changes() {
    var nobody = new ChangeRoom.Reply(Status.OK, List.of());
    return Stream.of(
        change("add-members", new RoomChange.Add(TWO), new ChangeRoom.Reply(Status.OK, ACTED_ON)),
        change("invite-members", new RoomChange.Invite(TWO), nobody),
        change("remove-members", new RoomChange.Remove(TWO), nobody),
        change("rename-room", new RoomChange.Rename("a\\b 象棋"), nobody),
        change("leave-room", new RoomChange.Leave(), nobody),
        change(
            "leave-room-refused", new RoomChange.Leave(), ChangeRoom.Reply.refused(Cases.REFUSED)));
  }

  private static Case<?, ?> change(String name, RoomChange change, ChangeRoom.Reply answer) {
    var question = new ChangeRoom.Request(Cases.BASE, TICKET, SampleValues.ROOM, change);
    return new Case<>(name, ChangeRoom.CALL, question, answer);
  }

  private static Stream<Case<?, ?>> page() {
    var link = "https://a.example/?b=a%5Cb&c=d#e";
    var check =
        new CheckUrl.Request(
            link, Cases.BASE.skey(), Cases.BASE.deviceId(), TICKET, SampleValues.SELF);
    var base =
        new BaseRequest(Cases.BASE.uin(), Cases.BASE.sid(), Secret.NONE, Cases.BASE.deviceId());
    var report = new StatReport.Request(base, TICKET, List.of(new StatReport.Entry("\"a\\b\"", 1)));
    var words = new Feedback.Request(Cases.BASE, TICKET, "well done, a\\b");
    return Stream.of(
        new Case<>("link", CheckUrl.CALL, check, new CheckUrl.Reply.Onward(link)),
        new Case<>(
            "link-warned",
            CheckUrl.CALL,
            check,
            new CheckUrl.Reply.Warning(Body.of("<p>take care</p>"))),
        new Case<>("report", StatReport.CALL, report, StatusReply.OK),
        new Case<>("feedback", Feedback.CALL, words, StatusReply.OK));
  }
}
