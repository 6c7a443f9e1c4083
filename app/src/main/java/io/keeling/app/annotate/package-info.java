/** Tags texts from the command line and explains the tags. */
@NullMarked
package io.keeling.app.annotate;

import org.jspecify.annotations.NullMarked;
