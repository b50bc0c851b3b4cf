// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.login.LoginPoll.Avatar;
import java.util.Optional;

/** What happens while somebody logs in. */
public sealed interface LoginEvent extends Event {

  /**
   * There is a code to scan; any earlier one is void. Show it.
   *
   * @param uuid the code's id
   * @param text what the QR picture says
   */
  record CodeIssued(LoginUuid uuid, String text) implements LoginEvent {

    /** The code to be shown. */
    public QrCode qr() {
      return new QrCode(text);
    }

    /** The code itself, to be scanned from a terminal, and its text. */
    @Override
    public String toString() {
      return qr().terminal() + text;
    }
  }

  /**
   * The phone was asked to confirm, without a scan.
   *
   * @param uuid the id of the login asked for
   */
  record PhoneAsked(LoginUuid uuid) implements LoginEvent {}

  /**
   * A phone has scanned the code and asks its owner.
   *
   * @param avatar the owner's picture, if the server sent it
   */
  record CodeScanned(Optional<Avatar> avatar) implements LoginEvent {}

  /** The owner of the phone has confirmed. */
  record LoginConfirmed() implements LoginEvent {}

  /**
   * A way that asks less of a person was tried and does not lead in; the next one is tried.
   *
   * @param way {@code RESTORED}: the saved session is over; {@code PUSHED}: the phone could not be
   *     asked, or its owner did not answer
   */
  record WayClosed(LoginOutcome.Way way) implements LoginEvent {}

  /**
   * The server could not be reached; the login goes on.
   *
   * @param failures how many times in a row, from 1
   */
  record LoginDelayed(int failures) implements LoginEvent {}
}
