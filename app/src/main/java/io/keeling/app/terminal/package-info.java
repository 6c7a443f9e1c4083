/** Tables and text on a terminal. */
@NullMarked
package io.keeling.app.terminal;

import org.jspecify.annotations.NullMarked;
