// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Another hongyan saves into this folder. */
public final class FolderInUseException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  FolderInUseException(Path folder) {
    super(folder.toString());
  }
}
