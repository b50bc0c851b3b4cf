// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import java.io.Serial;
import java.util.Optional;

/** A call of the phone API that is refused, as RFC 9457 has it. */
final class Problem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final String title;
  private final String field;

  private Problem(int status, String title, String detail, String field) {
    super(detail);
    this.status = status;
    this.title = title;
    this.field = field;
  }

  static Problem shape(String detail) {
    return of("", detail);
  }

  /** One field is not what it should be. */
  static Problem field(String field, String complaint) {
    return of(field, field + " " + complaint);
  }

  /** The same in words that name the field, which is empty if it is none in particular. */
  static Problem of(String field, String detail) {
    return new Problem(400, "Not of the shape of this call", detail, field);
  }

  static Problem unauthorized() {
    return new Problem(401, "Who is asking?", "this server wants its phone token", "");
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "Not from here", detail, "");
  }

  static Problem unknown(String detail) {
    return new Problem(404, "No such thing", detail, "");
  }

  static Problem wrongMethod(String allowed) {
    return new Problem(405, "Not with this method", "allowed here: " + allowed, "");
  }

  static Problem conflict(String detail) {
    return new Problem(409, "Not in this state", detail, "");
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "Too large", detail, "");
  }

  static Problem wrongType(String wanted) {
    return new Problem(415, "Not of the type of this call", "Content-Type must be " + wanted, "");
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** What is wrong, in words. */
  String detail() {
    return Optional.ofNullable(getMessage()).orElse("");
  }

  /** The field that is wrong, empty if it is none in particular. */
  String field() {
    return field;
  }
}
