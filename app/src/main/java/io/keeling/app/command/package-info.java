/** The commands of the command line. */
@NullMarked
package io.keeling.app.command;

import org.jspecify.annotations.NullMarked;
