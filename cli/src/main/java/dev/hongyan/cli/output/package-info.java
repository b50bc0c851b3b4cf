// SPDX-License-Identifier: Apache-2.0
/** All that is printed is printed here: data to stdout, talk to stderr. */
@NullMarked
package dev.hongyan.cli.output;

import org.jspecify.annotations.NullMarked;
