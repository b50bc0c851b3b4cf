// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * The server's result number, of a JSON answer or of a sync check (protocol reference 7.1). Any
 * number is a value; the constants are those with a known meaning.
 */
public record Retcode(int code) {

  /** What a client does about a retcode (protocol reference 7.3). */
  public enum Policy {
    /** Go on. */
    SUCCESS,
    /** Stop and log in again. */
    SESSION_OVER,
    /** This account cannot log in with this profile. */
    LOGIN_REFUSED,
    /** Slow down before the next try. */
    THROTTLED,
    /** Only this message failed. */
    TARGET_PROBLEM,
    /** Only this call failed. */
    CALL_FAILED
  }

  public static final Retcode OK = new Retcode(0);
  public static final Retcode SYSTEM_ERROR = new Retcode(-1);
  public static final Retcode LOGIC_ERROR = new Retcode(-2);
  public static final Retcode TICKET_ERROR = new Retcode(-14);
  public static final Retcode CONDITIONAL = new Retcode(-2013);
  public static final Retcode PARAMETER_ERROR = new Retcode(1);
  public static final Retcode UNCERTAIN = new Retcode(2);
  public static final Retcode PHONE_OFFLINE = new Retcode(3);
  public static final Retcode NO_SESSION = new Retcode(1100);
  public static final Retcode SESSION_ENDED = new Retcode(1101);
  public static final Retcode COOKIES_INVALID = new Retcode(1102);
  public static final Retcode SESSION_EXPIRED = new Retcode(1103);
  public static final Retcode REQUEST_UNREADABLE = new Retcode(1200);
  public static final Retcode ROOM_GONE = new Retcode(1201);
  public static final Retcode LOGIN_REFUSED = new Retcode(1203);
  public static final Retcode NO_ACCESS = new Retcode(1204);
  public static final Retcode TOO_FREQUENT = new Retcode(1205);

  /** Whether the call went well. Creating a room needs a look at its name as well. */
  public boolean isOk() {
    return code == 0;
  }

  /** What a client does about it. */
  public Policy policy() {
    return switch (code) {
      case 0, -2013 -> Policy.SUCCESS;
      case 1100, 1101, 1102, 1103, -14 -> Policy.SESSION_OVER;
      case 1203 -> Policy.LOGIN_REFUSED;
      case 1205 -> Policy.THROTTLED;
      case 1201, 1204, 3 -> Policy.TARGET_PROBLEM;
      default -> Policy.CALL_FAILED;
    };
  }

  @Override
  public String toString() {
    return "retcode " + code;
  }
}
