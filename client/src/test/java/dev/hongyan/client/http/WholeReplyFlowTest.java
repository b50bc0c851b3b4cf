// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;

/** A transport that knows nothing of flows: the default does for it. */
class WholeReplyFlowTest extends HttpFlowContract {

  @Override
  HttpTransport transport() {
    HttpTransport whole = HttpTransport.jdk();
    return new HttpTransport() {
      @Override
      public WebReply exchange(WebRequest request, Limits limits)
          throws IOException, InterruptedException {
        return whole.exchange(request, limits);
      }

      @Override
      public void close() {
        whole.close();
      }
    };
  }
}
