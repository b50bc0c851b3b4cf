// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Why a login is refused, as the service has said it (protocol reference 3.4). */
public enum LoginRefusal {
  /** This account cannot, 2018 to 2020. */
  ACCOUNT,
  /** The login environment is abnormal, 2017. */
  ENVIRONMENT,
  /** Newly registered accounts cannot. */
  NEW_ACCOUNT,
  /** It has failed, 2021 and 2022. */
  FAILED
}
