/** Reads articles from files and addresses on the command line. */
@NullMarked
package io.keeling.app.extract;

import org.jspecify.annotations.NullMarked;
