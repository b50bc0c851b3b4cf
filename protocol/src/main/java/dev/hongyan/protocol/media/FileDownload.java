// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.wire.Exchange;

/** The file of a message (protocol reference 3.23). */
public final class FileDownload {

  /** The call. */
  public static final Call<Request, Media> CALL =
      Exchange.get("webwxgetmedia", HostRole.FILE)
          .asks(
              new Request(UserName.NONE, "", "", "", Secret.NONE, Secret.NONE, Secret.NONE),
              (p, q) -> {
                String sender = p.query("sender", q.sender.value());
                String mediaId = p.query("mediaid", q.mediaId, "mediaId");
                String name = p.encodedQuery("encryfilename", q.encodedName, "filename");
                String user = p.query("fromuser", q.user);
                String passTicket = p.query("pass_ticket", q.passTicket.value(), "passTicket");
                String dataTicket = p.query("webwx_data_ticket", q.dataTicket.value());
                String sid = p.optionalQuery("sid", p.app().isEmpty() ? "" : q.sid.value());
                p.constantQuery(WebApp.MARK, p.app());
                return new Request(
                    new UserName(sender),
                    mediaId,
                    name,
                    user,
                    new Secret(passTicket),
                    new Secret(dataTicket),
                    new Secret(sid));
              })
          .answers(MediaCodec.CODEC);

  private FileDownload() {}

  /**
   * Which file. Clients leave out nearly every part of it but the media's id.
   *
   * @param sender whom the message is from; the room if it came in one
   * @param encodedName as the message has it, percent-encoding and all
   * @param user the account's number; one client gives its user name
   * @param sid only the file helper tells it (protocol reference 11)
   */
  public record Request(
      UserName sender,
      String mediaId,
      String encodedName,
      String user,
      Secret passTicket,
      Secret dataTicket,
      Secret sid) {

    /** Never the name: it is people's words. */
    @Override
    public String toString() {
      return "file from " + sender;
    }
  }
}
