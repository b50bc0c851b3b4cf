// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Locale;

/**
 * The ways in which a client can break the protocol. The live service puts up with the warnings; an
 * error is a bug of the client.
 */
public enum Breach {
  /** The skey is neither the session's nor the one before it. */
  WRONG_SKEY(true),
  /** No skey where one is needed. */
  SKEY_MISSING(true),
  /** The session was never there, or is long forgotten. */
  UNKNOWN_SESSION(true),
  /** A session that is over was used after its client had been told so. */
  ENDED_SESSION(false),
  /** The cookies are of one session, the base request or query of another. */
  MIXED_SESSIONS(true),
  /** The uin is not that of the session's account. */
  WRONG_UIN(true),
  /** The body is not JSON, or not of the shape of this call. */
  MALFORMED_BODY(true),
  /** A member or parameter that the call cannot do without is missing. */
  MISSING_FIELD(true),
  /** A member or parameter has a value that the call does not know. */
  WRONG_FIELD(true),
  /** A request is larger than any of its kind. */
  TOO_LARGE(true),
  /** There is no such call. */
  UNKNOWN_CALL(true),
  /** The call is not made with this HTTP method. */
  WRONG_METHOD(true),
  /** A login uuid that was never given out, or has expired. */
  UNKNOWN_UUID(true),
  /** A login ticket that was never given out, or was used long ago. */
  WRONG_TICKET(true),
  /** The application id is none that the service knows. */
  UNKNOWN_APPLICATION(true),
  /** A user name of another session, or of none. */
  UNKNOWN_USER_NAME(true),
  /** A message in someone else's name. */
  WRONG_SENDER(true),
  /** The sync key is another session's. */
  FOREIGN_SYNC_KEY(true),
  /** The sync key is beyond what the session was given. */
  NEWER_SYNC_KEY(true),
  /** The sync key is none. */
  MALFORMED_SYNC_KEY(true),
  /** More than 50 names in one batch. */
  BATCH_TOO_LARGE(true),
  /** A text beyond the limit. */
  TEXT_TOO_LONG(true),
  /** A media id of another session, of none, or of something that the account does not have. */
  UNKNOWN_MEDIA(true),
  /** An upload without content, or longer than any of its kind. */
  WRONG_UPLOAD_LENGTH(true),
  /** An upload that is not what was announced: other bytes, or another number of them. */
  WRONG_UPLOAD_CONTENT(true),
  /** A part of an upload that comes twice with other bytes, or before its turn. */
  WRONG_UPLOAD_PART(true),
  /** A file beyond 25 MiB that was uploaded without asking first. */
  UPLOAD_UNCHECKED(true),
  /** A message that the account did not write, or wrote too long ago, was to be recalled. */
  WRONG_RECALL(true),
  /** No data ticket in an upload or download, or another session's. */
  DATA_TICKET_MISSING(false),
  /** A video was asked for without a range. */
  RANGE_MISSING(false),
  /** Two synccheck calls of a session at once. */
  SECOND_SYNC_CHECK(false),
  /** Only one of cookies and parameters names the session. */
  CREDENTIALS_INCOMPLETE(false),
  /** No pass ticket where the web page sends one. */
  PASS_TICKET_MISSING(false),
  /** A pass ticket that is not the session's, however often encoded. */
  WRONG_PASS_TICKET(false),
  /** The pass ticket was percent-encoded more often than needed. */
  PASS_TICKET_ENCODED_TWICE(false),
  /** No device id, or none of the shape that the web page gives it. */
  ODD_DEVICE_ID(false),
  /** A call that clients of this kind never make. */
  UNUSUAL_CALL(false),
  /** The application is not named where the file helper's page names it. */
  APPLICATION_MISSING(false),
  /** A plus sign of the sid arrived as a blank. */
  SID_NOT_ENCODED(false),
  /** A body without a Content-Type. */
  CONTENT_TYPE_MISSING(false),
  /** The call was made at a host that is not its own. */
  WRONG_HOST(false),
  /** A client message id that stood for another message minutes ago. */
  CLIENT_ID_REUSED(false);

  private final boolean error;

  Breach(boolean error) {
    this.error = error;
  }

  /** Whether it is an error, not a warning. */
  public boolean isError() {
    return error;
  }

  /** Its name in kebab-case, as the phone API shows it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
