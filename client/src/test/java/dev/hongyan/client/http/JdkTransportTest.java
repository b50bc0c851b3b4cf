// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

class JdkTransportTest extends HttpTransportContract {

  @Override
  HttpTransport transport() {
    return HttpTransport.jdk();
  }
}
