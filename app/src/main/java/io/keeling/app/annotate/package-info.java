/** Tags texts from the command line and says why. */
@NullMarked
package io.keeling.app.annotate;

import org.jspecify.annotations.NullMarked;
